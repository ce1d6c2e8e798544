/** What a dot can stand for, in the order of the model's outputs. The empty one: a sign or a title, and no mark. */
export const MARKS = ['，', '、', '。', '；', '：', '？', '', '·'] as const;

export const COMMA = 0;
export const LIST_COMMA = 1;
export const STOP = 2;
export const SEMICOLON = 3;
export const COLON = 4;
export const QUESTION = 5;
export const NONE = 6;
export const MIDDLE_DOT = 7;
/** Of a gap, in the place of the middle dot: a heading ends here without a mark and its text begins. */
export const BREAK = MIDDLE_DOT;

/** Outputs of the model: one a mark. */
export const OUTPUTS = MARKS.length;
