import type { Viewer } from '@/lib/access/viewer';
import { compute } from '@/lib/compute/compute';
import { db } from '@/lib/db';
import { announceInText } from '@/lib/live/announce-in-text';
import { isSameBytes } from '@/lib/live/shared-state';
import { requireMembership } from '@/lib/project/require-membership';
import { Refusal, absent } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import {
  findCodebook,
  findGuidelinesState,
  saveGuidelinesState,
  lockCodebook,
  replaceGuidelines,
} from './codebook-store';
import type { GuidelinesForm, MergedGuidelines } from './guidelines';

/** Refuses one who may not write the guidelines of this project now. */
export async function enterGuidelines(viewer: Viewer, projectId: string): Promise<void> {
  await requireMembership(viewer, projectId, 'change codebook');
}

/** A shared document that says the Markdown, or holds it as it is written where it is beyond the bounds. */
async function begun(markdown: string, form: GuidelinesForm): Promise<Uint8Array<ArrayBuffer>> {
  const written = await compute(form.write, { markdown, state: null }).catch((thrown: unknown) => {
    if (!(thrown instanceof Refusal) || thrown.reason !== 'invalid') throw thrown;
    return compute(form.write, { markdown, state: null, isPlain: true });
  });
  return written.state;
}

/**
 * The shared document of a project’s guidelines, as a Yjs update; null for a project that is not
 * there. The first who asks has it made of the Markdown, and all others get the same: two documents
 * of one text would, merged, say everything twice. Who may ask is asked when they enter.
 */
export async function loadGuidelines(
  projectId: string,
  form: GuidelinesForm,
): Promise<Uint8Array | null> {
  for (;;) {
    const storedState = await findGuidelinesState(db(), projectId);
    if (storedState !== null) return storedState;
    const stored = await findCodebook(db(), projectId);
    if (stored === null) return null;
    const { guidelines } = stored.draft;
    const state = await begun(guidelines, form);
    const first = await transaction(async (tx) => {
      await lockCodebook(tx, projectId);
      const there = await findGuidelinesState(tx, projectId);
      if (there !== null) return there;
      // Somebody has written other guidelines meanwhile.
      if ((await findCodebook(tx, projectId))?.draft.guidelines !== guidelines) return null;
      await saveGuidelinesState(tx, projectId, state);
      return state;
    });
    if (first !== null) return first;
  }
}

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
