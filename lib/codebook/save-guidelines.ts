import { compute } from '@/lib/compute/compute';
import { announceInText } from '@/lib/live/announce-in-text';
import { isSameBytes } from '@/lib/live/shared-state';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import {
  findCodebook,
  findGuidelinesState,
  lockCodebook,
  replaceGuidelines,
} from './codebook-store';
import type { GuidelinesForm, MergedGuidelines } from './guidelines-form';

/** How often merging begins anew since somebody else was quicker. */
const maxTries = 20;

/** Stores what was merged, unless something else is stored by now; answers whether it is stored. */
async function store(
  projectId: string,
  storedState: Uint8Array | null,
  { markdown, document, state, isFirst }: MergedGuidelines,
): Promise<boolean> {
  return transaction(async (tx) => {
    await lockCodebook(tx, projectId);
    const stored = await findCodebook(tx, projectId);
    if (stored === null) throw absent('codebook');
    if (!isSameBytes(storedState, await findGuidelinesState(tx, projectId))) return false;
    if (storedState === null || !isFirst) {
      const draft = { ...stored.draft, guidelines: markdown };
      await replaceGuidelines(tx, projectId, draft, { document, state });
    }
    return true;
  });
}

/**
 * Merges what people wrote into a project’s guidelines on disk, whoever else writes them meanwhile,
 * and notifies those who are at it. Who may write is asked when they enter. As long as nobody has
 * written anything new, the Markdown stays to the character as it was sent. Merging is done by the
 * pool and outside of the transaction, which would hold up everybody's.
 */
export async function saveGuidelines(
  projectId: string,
  state: Uint8Array,
  form: GuidelinesForm,
  userId: string | null = null,
): Promise<void> {
  for (let tries = 0; tries < maxTries; tries++) {
    const storedState = await findGuidelinesState(db(), projectId);
    const states = storedState === null ? [state] : [storedState, state];
    const merged = await compute(form.merge, states, { userId });
    if (!(await store(projectId, storedState, merged))) continue;
    const snapshot = Buffer.from(merged.snapshot).toString('base64');
    announceInText({ kind: 'guidelines', projectId }, { kind: 'saved', snapshot });
    return;
  }
  throw new Error('The guidelines were changed by others again and again.');
}
