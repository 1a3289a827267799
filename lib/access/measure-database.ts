import { db } from '@/lib/db';
import { findDatabaseSize } from './database-size-store';

/** How many bytes the database takes on its disk. */
export function measureDatabase(): Promise<number> {
  return findDatabaseSize(db());
}
