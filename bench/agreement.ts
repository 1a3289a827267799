import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';
import { seededRandom } from '@/lib/agreement/seeded-random';
import { bestAlignment } from '@/lib/agreement/gamma/alignment';
import { sweepUnits } from '@/lib/agreement/unitizing/unitizing-statistics';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { krippendorffAlpha } from '@/lib/agreement/coding/krippendorff-alpha';
import { mace } from '@/lib/agreement/crowd/mace';
import { votesOf } from '@/lib/agreement/crowd/votes';
import { plainDissimilarity } from '@/lib/agreement/gamma/dissimilarity';
import { gamma } from '@/lib/agreement/gamma/gamma';
import { alphaU, alphaUDisagreement } from '@/lib/agreement/unitizing/alpha-u';
import { labelStatistics, pooledUAlpha } from '@/lib/agreement/unitizing/label-statistics';
import { uAlpha, cuAlpha, kuAlpha, uAlphaBinary } from '@/lib/agreement/unitizing/u-alpha';
import { figure } from './figure';

/** Codes of coders who agree on four of five items, with a share of missing ones. */
function someCodes(
  coders: number,
  items: number,
  values: number,
  missing: number,
): (number | null)[][] {
  const random = seededRandom(1);
  const truth = Array.from({ length: items }, () => random.integer(values));
  return Array.from({ length: coders }, () =>
    truth.map((value) => {
      if (random.uniform() < missing) return null;
      return random.uniform() < 0.8 ? value : random.integer(values);
    }),
  );
}

/**
 * A document in which all annotators have the same units, 10 to 60 long and apart, with variations:
 * offsets moved by some characters, one in ten left out and another added elsewhere, one in five
 * with another label. Units of one annotator never overlap.
 */
function someUnits(
  annotators: number,
  each: number,
  { labels, length }: { labels: number; length: number },
): AnnotatedDocument {
  const random = seededRandom(2);
  const space = Math.floor(length / each);
  const places = Array.from({ length: each }, (_, at) => {
    const size = 10 + random.integer(Math.min(50, space - 30));
    return {
      begin: at * space + 8 + random.integer(space - size - 16),
      size,
      label: random.integer(labels),
    };
  });
  const units: Unit[] = [];
  for (let annotator = 0; annotator < annotators; annotator++)
    for (const [at, { begin, size, label }] of places.entries()) {
      const isElsewhere = random.uniform() < 0.1;
      const from = isElsewhere ? at * space + 4 : begin + random.integer(9) - 4;
      const end = from + (isElsewhere ? 8 : size);
      const own = random.uniform() < 0.2 ? random.integer(labels) : label;
      units.push({ annotator, begin: from, end, label: own });
    }
  return { length, annotators, units };
}

// The measures of agreement on data in memory: the median of several runs after a warm-up. The
// floor of each, in the same run, is to read its data once: every unit’s numbers, or every code.

const runs = 15;
const warmUp = 5;

async function median(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = -warmUp; run < runs; run++) {
    const began = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[runs >> 1] ?? 0;
}

/** Takes what the floors read, so that reading is not optimised away. */
let sink = 0;

async function measured(
  name: string,
  work: () => unknown,
  read: () => number,
  atMost?: number,
): Promise<void> {
  const floor = await median(() => (sink += read()));
  const value = await median(work);
  figure(`agreement, ${name}`, value, 'ms', { floor });
  if (atMost !== undefined)
    figure(`agreement, ${name}, against its target`, value, 'ms', { atMost });
}

const codes = someCodes(10, 10_000, 5, 0.1);
const table = codingTable(codes);
const readCodes = ({ codes: all }: { codes: Int16Array }) => all.reduce((sum, one) => sum + one, 0);
await measured(
  'α 10 × 10,000',
  () => krippendorffAlpha(table, 'nominal'),
  () => readCodes(table),
  6,
);

const readUnits = ({ units }: ReturnType<typeof someUnits>) =>
  units.reduce((sum, { annotator, begin, end, label }) => sum + annotator + begin + end + label, 0);

const ten = someUnits(10, 1_000, { labels: 6, length: 100_000 });
const family = () => {
  const statistics = sweepUnits(ten, 6);
  const byLabel = Array.from({ length: 6 }, (_, label) => kuAlpha(statistics, label));
  return [uAlpha(statistics), uAlphaBinary(statistics), cuAlpha(statistics), byLabel];
};
await measured('uα family 10 × 1,000', family, () => readUnits(ten), 20);
await measured(
  'pooled uα 10 × 1,000',
  () => pooledUAlpha(labelStatistics(ten, 6)),
  () => readUnits(ten),
);
await measured(
  'αU 10 × 1,000',
  () => alphaU(alphaUDisagreement(ten, 6)),
  () => readUnits(ten),
  50,
);

const ofGamma: [annotators: number, units: number, align?: number, gamma?: number][] = [
  [2, 100],
  [2, 500, undefined, 200],
  [2, 1_000, 10],
  [3, 50],
  [3, 100],
  [4, 20],
  [5, 10],
];
for (const [annotators, units, align, whole] of ofGamma) {
  const marks = someUnits(annotators, units, { labels: 5, length: 100 * units });
  const size = `${annotators} × ${units.toLocaleString('en')}`;
  const work = () => bestAlignment(marks, plainDissimilarity);
  await measured(`γ best alignment ${size}`, work, () => readUnits(marks), align);
  if (units === 1_000) continue;
  const all = () => gamma([marks], { samples: 30, precision: null });
  await measured(`γ with 30 samples ${size}`, all, () => readUnits(marks), whole);
}

const half = codingTable(someCodes(10, 1_000, 4, 0.5));
const votes = votesOf(half);
const tenTimes = () => mace(votes, { iterations: 50, restarts: 9 });
await measured('MACE 10 × 1,000, 10 × 50 iterations', tenTimes, () => readCodes(half), 500);
if (!Number.isFinite(sink)) throw new Error('Nothing was read.');
