/** Counts of what was found rightly, found wrongly and missed. */
export class Tally {
  right = 0;
  wrong = 0;
  missed = 0;

  add(found: boolean, there: boolean): void {
    if (found && there) this.right++;
    else if (found) this.wrong++;
    else if (there) this.missed++;
  }

  get precision(): number {
    return this.right / (this.right + this.wrong);
  }

  get recall(): number {
    return this.right / (this.right + this.missed);
  }

  get f1(): number {
    return (2 * this.right) / (2 * this.right + this.wrong + this.missed);
  }

  toString(): string {
    const show = (value: number) => value.toFixed(3);
    return `P ${show(this.precision)} R ${show(this.recall)} F1 ${show(this.f1)} (${this.right + this.missed})`;
  }
}

/** Expected calibration error over twenty bins: how far stated confidence is from how often it was right. */
export class Calibration {
  readonly #bins = Array.from({ length: 20 }, () => ({ count: 0, stated: 0, right: 0 }));

  add(confidence: number, right: boolean): void {
    const bin = this.#bins[Math.min(19, Math.floor(confidence * 20))];
    bin.count++;
    bin.stated += confidence;
    if (right) bin.right++;
  }

  get error(): number {
    const all = this.#bins.reduce((sum, { count }) => sum + count, 0);
    return this.#bins.reduce((sum, { stated, right }) => sum + Math.abs(stated - right), 0) / all;
  }
}
