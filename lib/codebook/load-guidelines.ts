import { compute } from '@/lib/compute/compute';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import {
  findCodebook,
  findGuidelinesState,
  saveGuidelinesState,
  lockCodebook,
} from './codebook-store';
import type { GuidelinesForm } from './guidelines-form';

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
