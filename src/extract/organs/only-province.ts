import type { Region, RegionContext } from './local-region.ts';

/** The province that all bodies of provinces named so far belong to; municipalities have no 厅. */
export class OnlyProvince {
  readonly #regions: RegionContext;
  #code: string | undefined;
  #several = false;

  constructor(regions: RegionContext) {
    this.#regions = regions;
  }

  /** Nothing where there are several, or none yet. */
  get of(): Region {
    return this.#code === undefined || this.#several ? {} : { code: this.#code };
  }

  /** Takes note of a body whose place is known. */
  see({ code, level }: Region): void {
    if (level !== 'province' || code === undefined || code === this.#code) return;
    if (this.#code !== undefined || this.#regions.kindOf(code) === '市') this.#several = true;
    else this.#code = code;
  }
}
