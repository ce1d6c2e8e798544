/** A thing that is being made: parts that it may lack are added one by one, which costs less than spreading them. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };
