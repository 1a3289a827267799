import { decodeHTMLStrict } from 'entities/decode';
import { editsOf } from '../edit';
import type { CleanUpStep } from './step';

/** What the standard puts in place of numbers that are no character, and control characters. */
const unwanted = /^[\ufffd\0-\x08\x0b-\x1f]$/;

/** HTML entities (`&rsquo;`, `&#8217;`, also escaped twice) become their characters; unknown ones stay. */
export const entities: CleanUpStep = {
  name: 'entities',
  version: 2,
  find: (text) => ({
    edits: editsOf(
      text,
      /&(?:amp;){0,3}(#(?:\d{1,7}|x[\da-f]{1,6})|[a-z][a-z\d]{1,30});/gi,
      ([, name = '']) => {
        const entity = `&${name};`;
        const decoded = decodeHTMLStrict(entity);
        return decoded === entity || unwanted.test(decoded) ? null : decoded;
      },
    ),
  }),
};
