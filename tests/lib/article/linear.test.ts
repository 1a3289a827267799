import { expect, test } from '@jest/globals';
import { cleanText } from '@/lib/article/clean-text';
import { stepNames } from '@/lib/article/cleanup/step';
import { positionIndex } from '@/lib/article/code-points';
import { difference } from '@/lib/article/difference';
import { stateOfText, textOfDocument } from '@/lib/article/draft-document';
import { decodeUpload } from '@/lib/article/encoding';
import { detectLanguage } from '@/lib/article/language';
import { freeze } from '@/lib/article/revision';
import { blocksOf } from '@/lib/article/segment';
import {
  decodeSegmentation,
  encodeSegmentation,
  segmentText,
  wordFinder,
} from '@/lib/article/segmentation';
import { sentenceFinder } from '@/lib/article/sentences';
import { documentOf } from '@/lib/live/shared-state';
import { cpuTime } from '@/tests/harness/cpu-time';

/** UTF-16 code units of the shorter text: enough to measure, and quick for what is linear. */
const size = 12_000;

/** The longer text has so many times as many. */
const factor = 3;

/** Three times the text takes three times the time where work is linear, and nine times where it is square. */
const maxRatio = 5.5;

/** Work that does the longer text in less is no danger at the largest text, even were it square; in milliseconds. */
const tooQuick = 0.5;

const rounds = 6;

const filled = (unit: string) => (length: number) =>
  unit
    .repeat(Math.ceil(length / unit.length))
    .slice(0, length)
    .toWellFormed();

const shapes: Record<string, (length: number) => string> = {
  'short lines': filled('a\n'),
  'vertical tabs': filled('a\v'),
  'pages of one letter': filled('a\f'),
  'CR LF and digits': filled('1 2\r\n'),
  'numbered pages': (length) =>
    Array.from({ length: length / 8 }, (_, at) => `Page ${at}\n`).join(''),
  'one run of spaces': (length) => `a${' '.repeat(length)}b`,
  'lines of white space': filled(' \t\n\u00a0'),
  'one word': filled('a'),
  'initials and quotes': filled('"A. '),
  'broken words': filled('co-\noperate '),
  'soft hyphens': filled('\u00ad \n '),
  entities: filled('&amp;amp;lt;'),
  'wrong encoding': filled('Ãâ€™ÎÏ'),
  'one cluster': (length) => `e${'\u0301'.repeat(length)}`,
  'joined emoji': filled('👩🏽\u200d'),
  'right to left': filled('\u0627\u200f\u202b '),
  'no spaces': filled('漢字。'),
  'addresses on pages': filled('https://x 1/2\f'),
};

const language = 'en';
const onlyStep = (name: (typeof stepNames)[number]) =>
  Object.fromEntries(stepNames.map((one) => [one, one === name]));

const works: Record<string, (text: string) => unknown> = {
  ...Object.fromEntries(
    stepNames.map((name) => [
      name,
      (text: string) => cleanText(text, { language, switches: onlyStep(name) }),
    ]),
  ),
  'the whole clean-up and its difference': (text) => {
    const cleaned = cleanText(text, { language });
    return difference(text, cleaned.text, cleaned.map);
  },
  language: detectLanguage,
  blocks: blocksOf,
  sentences: sentenceFinder(language),
  words: wordFinder(language),
  'a stored segmentation': (text) =>
    decodeSegmentation(encodeSegmentation(segmentText(text, language))),
  positions: (text) => positionIndex(text, 'code-point'),
  'an upload': (text) => decodeUpload(Buffer.from(text)),
  'a draft’s document': (text) => {
    const document = documentOf(stateOfText(text));
    return document && textOfDocument(document);
  },
  'an article': (text) => freeze(text, 'standard', null),
};

function timeOf(work: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage();
  work(text);
  return cpuTime(before);
}

/** How many times longer the longer text takes, by the best of several runs; 0 where it is too quick to measure. */
function growth(work: (text: string) => unknown, shape: (length: number) => string): number {
  const [short, long] = [shape(size), shape(factor * size)];
  let [least, leastLong] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round++) {
    least = Math.min(least, timeOf(work, short));
    leastLong = Math.min(leastLong, timeOf(work, long));
    if (leastLong < tooQuick) return 0;
    if (leastLong / least < maxRatio) break;
  }
  return leastLong / least;
}

test.each(Object.keys(works))('%s takes as many times longer as the text is', (name) => {
  const work = works[name];
  if (work === undefined) throw new Error(name);
  const slow = Object.entries(shapes)
    .map(([shape, make]) => ({ shape, ratio: growth(work, make) }))
    .filter(({ ratio }) => ratio > maxRatio);
  expect(slow).toEqual([]);
});

test('quadratic work is distinguished from linear work', () => {
  const square = (text: string) => {
    let found = 0;
    for (let at = 0; at < text.length; at += 16)
      for (let to = 0; to < text.length; to++) if (text.charCodeAt(to) === at) found++;
    return found;
  };
  expect(growth(square, filled('a'))).toBeGreaterThan(maxRatio);
});
