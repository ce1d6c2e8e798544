/**
 * A module as it is built and published, for what is timed: a runner of TypeScript makes functions slower.
 *
 * @param path below `dist/`
 */
export const built = (path: string) => import(new URL(`../dist/${path}`, import.meta.url).href);
