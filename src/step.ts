import type { Root } from 'nlcst';
import type { Plugin, Processor } from 'unified';
import type { Config } from './config/index.ts';
import type { Dictionaries } from './dictionary/index.ts';

/** What a step may need from those before it and gives to those after it. */
export type Provision = 'blocks' | 'script' | 'sentences' | 'tokens' | 'entities' | 'relations';

/** What every plugin can be given: where its dictionaries come from. Left out, the package's own are used. */
export interface DictionaryOptions {
  readonly dictionaries?: Dictionaries;
}

/** What the pipeline must know of a step to put it in order. */
interface StepFacts {
  /** The step's name, its folder's name, and the `stage` of its edits. */
  readonly name: string;
  /** True where the step changes text. Such a step can't come after one that places things in it. */
  readonly edits: boolean;
  readonly requires: readonly Provision[];
  readonly provides: readonly Provision[];
}

/** A step of the pipeline: an ordinary unified plugin with its options set. */
export interface Step extends StepFacts {
  readonly attach: (processor: Processor, config: Config, dictionaries: Dictionaries) => void;
}

/**
 * Makes a step of a plugin.
 *
 * @param step its facts, the plugin, and how the plugin's options are picked from the whole configuration
 */
export function defineStep<Options extends object>(
  step: StepFacts & {
    readonly plugin: Plugin<[Options?], Root>;
    readonly options: (config: Config, dictionaries: Dictionaries) => Options;
  },
): Step {
  const { plugin, options, ...facts } = step;
  return {
    ...facts,
    attach: (processor, config, dictionaries) => {
      processor.use(plugin as Plugin<[Options]>, options(config, dictionaries));
    },
  };
}

/** Checks that each step finds what it requires, and that no text changes once things are placed in it. */
export function assertOrder(steps: readonly Step[]): void {
  const provided = new Set<Provision>(['blocks']);
  let placed: string | undefined;
  for (const { name, edits, requires, provides } of steps) {
    for (const need of requires) {
      if (!provided.has(need))
        throw new RangeError(`step '${name}' requires ${need}, which no step before it provides`);
    }
    if (edits && placed !== undefined) {
      throw new RangeError(`step '${name}' edits text after '${placed}' has placed things in it`);
    }
    for (const gift of provides) provided.add(gift);
    if (provides.some((gift) => gift !== 'script')) placed = name;
  }
}
