import { decodeHTMLStrict } from 'entities/decode';
import { editsOf } from '@/lib/article/offset-map';
import type { CleanUpStep, Doubt } from './step';

/** What the standard decodes for numbers that are not a character, and control characters. */
const unwanted = /^[\ufffd\0-\x08\x0b-\x1f]$/;

/** Decodes HTML entities (`&rsquo;`, `&#8217;`, also escaped twice); unknown ones stay. */
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

const printed = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'];
const typeset = ['ff', 'fi', 'fl', 'ffi', 'ffl'];

/**
 * Replaces ligatures (U+FB00 to FB06) by their letters, and so the control characters 1B to 1F
 * beside a letter, as which TeX fonts come out of PDFs.
 */
export const ligatures: CleanUpStep = {
  name: 'ligatures',
  version: 1,
  find: (text) => ({
    edits: editsOf(
      text,
      /[\ufb00-\ufb06]|[\u001b-\u001f](?=\p{L})|(?<=\p{L})[\u001b-\u001f]/gu,
      ([found]) => {
        const code = found.charCodeAt(0);
        return (code < 0x20 ? typeset[code - 0x1b] : printed[code - 0xfb00]) ?? null;
      },
    ),
  }),
};

const found =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u180e\u200b-\u200f\u061c\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0001}]|[\u{e0020}-\u{e007f}]+/gu;
const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const spaceless = /[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]/;
const pictograph = /\p{Extended_Pictographic}/u;
const beforeJoiner = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;
const joinedScript = /[\p{L}\p{M}](?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])$/u;
const blackFlag = /\u{1f3f4}$/u;

function isNeeded(sign: string, left: string, right: string, turns: boolean): boolean {
  if (direction.test(sign)) return turns;
  if (sign === '\u200b') return spaceless.test(left.slice(-1)) || spaceless.test(right.charAt(0));
  if (sign === '\u200c') return joinedScript.test(left);
  if (sign === '\u200d')
    return (
      joinedScript.test(left) || (beforeJoiner.test(left) && pictograph.test(right.slice(0, 2)))
    );
  return /[\u{e0020}-\u{e007f}]/u.test(sign) && blackFlag.test(left);
}

function doubtsOf(text: string, turns: boolean): Doubt[] {
  const count = (signs: RegExp) => text.match(signs)?.length ?? 0;
  const doubts: Doubt[] = [
    {
      name: 'direction-marks',
      count: turns ? count(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g) : 0,
    },
    { name: 'lost-characters', count: count(/\ufffd/g) },
    { name: 'private-characters', count: count(/\p{Co}/gu) },
  ];
  return doubts.filter((doubt) => doubt.count > 0);
}

/**
 * Removes control characters and characters of no width; joiners stay in emoji and in scripts that
 * need them, direction marks in a text with right-to-left letters.
 */
export const invisibleCharacters: CleanUpStep = {
  name: 'invisible-characters',
  version: 1,
  find(text) {
    const turns = rightToLeft.test(text);
    const edits = editsOf(text, found, ({ 0: sign, index }) => {
      const left = text.slice(Math.max(0, index - 2), index);
      const right = text.slice(index + sign.length, index + sign.length + 2);
      return isNeeded(sign, left, right, turns) ? null : '';
    });
    return { edits, doubts: doubtsOf(text, turns) };
  },
};

/** Removes soft hyphens; one at the end of a line takes the line end with it. */
export const softHyphens: CleanUpStep = {
  name: 'soft-hyphens',
  version: 1,
  find: (text) => ({
    edits: editsOf(text, /\u00ad+(?:[ \t]*\n[ \t]*(?=\S))?/g, () => ''),
  }),
};
