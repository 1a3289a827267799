import { editsOf } from '../edit';
import { windows1252 } from '../windows-1252';
import type { CleanUpStep } from './step';

const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const others =
  'amp& lt< gt> quot" apos\' ndash– mdash— minus− lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ hellip… lsaquo‹ rsaquo› euro€ trade™ bull• dagger† Dagger‡ OEligŒ oeligœ ScaronŠ scaronš permil‰ prime′ Prime″ ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d lrm\u200e rlm\u200f';

const named = new Map([
  ...latin.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(160 + at)]),
  ...others.split(' ').map((entry): [string, string] => [entry.slice(0, -1), entry.slice(-1)]),
]);

function numbered(digits: string): string | null {
  const code = /^x/i.test(digits) ? parseInt(digits.slice(1), 16) : parseInt(digits, 10);
  // Browsers read these as windows-1252, and so does who writes them.
  if (code >= 0x80 && code < 0xa0) return windows1252.charAt(code - 0x80);
  const isCharacter = code === 9 || code === 10 || (code >= 0x20 && code <= 0x10ffff);
  return !isCharacter || (code >= 0xd800 && code < 0xe000) ? null : String.fromCodePoint(code);
}

/** HTML entities (`&rsquo;`, `&#8217;`, also escaped twice) become their characters; unknown ones stay. */
export const entities: CleanUpStep = {
  name: 'entities',
  version: 1,
  find: (text) => ({
    edits: editsOf(
      text,
      /&(?:amp;){0,3}(?:#(\d{1,7}|x[\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi,
      ([, digits, name = '']) => (digits ? numbered(digits) : (named.get(name) ?? null)),
    ),
  }),
};
