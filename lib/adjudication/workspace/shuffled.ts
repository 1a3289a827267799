import { createHash } from 'node:crypto';
import { seededRandom } from '@/lib/agreement/seeded-random';

/** Things in an order that `key` alone decides: the same at every look, and another for each key. */
export function shuffled<Thing>(things: readonly Thing[], key: string): Thing[] {
  const seed = createHash('sha256').update(key).digest().readInt32LE(0);
  const random = seededRandom(seed);
  const left = [...things];
  const order: Thing[] = [];
  while (left.length > 0) order.push(...left.splice(random.integer(left.length), 1));
  return order;
}
