import { textSpan } from '../alignment/index.ts';
import type { CharacterRule } from './character-rule.ts';

/** Half of a surrogate pair is no character, and no UTF-8 can carry it: it becomes U+FFFD, with a finding. */
export const loneSurrogates: CharacterRule = {
  id: 'lone-surrogates',
  covers: () => [[0xd800, 0xdfff]],
  edit: (text, at, end, notice) => {
    const unit = text.charCodeAt(at).toString(16).toUpperCase();
    notice({
      severity: 'warning',
      rule: 'lone-surrogates',
      reason: `The lone surrogate U+${unit} stands for a lost character; U+FFFD marks the place`,
      at: textSpan(at, end),
    });
    return { from: at, to: end, insert: '\ufffd', rule: 'lone-surrogates', confidence: 1 };
  },
};
