import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';
import { seededRandom } from '@/lib/agreement/seeded-random';

/** Codes of coders who agree on four of five items, with some share missing. */
export function someCodes(
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
 * A document in which all marked the same stretches, 10 to 60 long and apart, each in their way: moved by some
 * characters, one in ten left out and another put elsewhere, one in five of another label. Marks of
 * one annotator stay apart.
 */
export function someUnits(
  annotators: number,
  each: number,
  { labels, length }: { labels: number; length: number },
): AnnotatedDocument {
  const random = seededRandom(2);
  const room = Math.floor(length / each);
  const places = Array.from({ length: each }, (_, at) => {
    const size = 10 + random.integer(Math.min(50, room - 30));
    return {
      begin: at * room + 8 + random.integer(room - size - 16),
      size,
      label: random.integer(labels),
    };
  });
  const units: Unit[] = [];
  for (let annotator = 0; annotator < annotators; annotator++)
    for (const [at, { begin, size, label }] of places.entries()) {
      const isElsewhere = random.uniform() < 0.1;
      const from = isElsewhere ? at * room + 4 : begin + random.integer(9) - 4;
      const end = from + (isElsewhere ? 8 : size);
      const own = random.uniform() < 0.2 ? random.integer(labels) : label;
      units.push({ annotator, begin: from, end, label: own });
    }
  return { length, annotators, units };
}
