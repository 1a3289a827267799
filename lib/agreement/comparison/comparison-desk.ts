import type { Desk } from '@/lib/annotation/desk';
import type { StoredReading } from './stored-reading';

/** Everything that the comparison page lays before one person. Positions are UTF-16 code units. */
export type ComparisonDesk = Omit<Desk, 'annotations' | 'live' | 'otherLayersVisible'> & {
  /** The readings that are open to the reader and have begun, the consensus among them; the oldest first. */
  readings: StoredReading[];
  /** Whether the reader has yet to submit before others' readings open to them. */
  opensOnSubmission: boolean;
};
