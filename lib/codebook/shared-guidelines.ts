import { announceInText } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import { compute } from '@/lib/compute/compute';
import { db } from '@/lib/db';
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

/**
 * Checks that the viewer may edit the guidelines of this project now.
 *
 * @throws {Refusal} `absent` or `forbidden` where they may not.
 */
export async function enterGuidelines(viewer: Viewer, projectId: string): Promise<void> {
  await requireMembership(viewer, projectId, 'change codebook');
}

/**
 * The state of a new shared document with the Markdown's content, or its plain text where that is
 * beyond the bounds.
 */
async function begun(markdown: string, form: GuidelinesForm): Promise<Uint8Array<ArrayBuffer>> {
  const written = await compute(form.write, { markdown, state: null }).catch((thrown: unknown) => {
    if (!(thrown instanceof Refusal) || thrown.reason !== 'invalid') throw thrown;
    return compute(form.write, { markdown, state: null, isPlain: true });
  });
  return written.state;
}

/**
 * The shared document of a project’s guidelines as a Yjs update; null for a project that does not
 * exist. The first call creates it from the Markdown and stores it, so that all clients get the
 * same one: two documents of the same text would repeat everything when merged. Checks no rights
 * (see `enterGuidelines`).
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
      // The guidelines have changed meanwhile: start again.
      if ((await findCodebook(tx, projectId))?.draft.guidelines !== guidelines) return null;
      await saveGuidelinesState(tx, projectId, state);
      return state;
    });
    if (first !== null) return first;
  }
}

/** How often merging is tried again after somebody else saved first. */
const maxTries = 20;

/** Stores the merged guidelines; false where the stored state is no longer `storedState`. */
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
 * Merges `state`, a Yjs update, into the stored guidelines of a project and announces what is saved
 * to open editors. Where it holds nothing new, the Markdown stays to the character as it was sent.
 * Merging runs in the compute pool, outside of the transaction, so that it holds no lock. Checks no
 * rights (see `enterGuidelines`).
 *
 * @throws {Refusal} `invalid` for what is no state of guidelines, `too-large` for one beyond the
 * bounds.
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
