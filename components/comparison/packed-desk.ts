import type { ComparisonDesk } from '@/lib/agreement/comparison/comparison-desk';
import type { PackedReading } from '@/lib/agreement/comparison/packed-reading';
import { packReading } from '@/lib/agreement/comparison/packed-reading';

/** The desk as it travels to the page. */
export type PackedDesk = Omit<ComparisonDesk, 'readings'> & { readings: PackedReading[] };

/** Packs a desk's readings for their way. */
export const packDesk = (desk: ComparisonDesk): PackedDesk => ({
  ...desk,
  readings: desk.readings.map(packReading),
});
