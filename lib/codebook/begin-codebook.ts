import type { Db } from '@/lib/db';
import { basic3 } from './basic-3';
import { insertCodebook } from './codebook-store';

/** Gives a new project its codebook, within the transaction that makes it: Basic 3, published as version 1. */
export async function beginCodebook(tx: Db, projectId: string, userId: string): Promise<void> {
  await insertCodebook(tx, projectId, basic3, userId);
}
