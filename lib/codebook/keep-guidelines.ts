import { sayInText } from '@/lib/access/say-in-text';
import { isSameState, markOf, stateOf } from '@/lib/access/shared-state';
import type { Db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import {
  findCodebook,
  findGuidelinesState,
  lockCodebook,
  replaceGuidelines,
} from './codebook-store';
import type { GuidelinesForm } from './guidelines-form';
import { guidelinesText } from './guidelines-text';

/**
 * Merges a state into the guidelines on disk, document and Markdown; within a transaction that has
 * locked the codebook. Answers a mark of what is then on disk, in Base64. As long as nobody has
 * written anything new, the Markdown stays to the character as it was sent.
 */
export async function mergeGuidelines(
  tx: Db,
  projectId: string,
  state: Uint8Array,
  form: GuidelinesForm,
): Promise<string> {
  const stored = await findCodebook(tx, projectId);
  if (stored === null) throw absent('codebook');
  const kept = await findGuidelinesState(tx, projectId);
  const before = kept === null ? null : guidelinesText(form, kept).document;
  const states = kept === null ? [state] : [kept, state];
  const { document, markdown } = guidelinesText(form, ...states);
  if (before === null || !isSameState(before, document)) {
    const draft = { ...stored.draft, guidelines: markdown };
    await replaceGuidelines(tx, projectId, draft, stateOf(document));
  }
  return Buffer.from(markOf(document)).toString('base64');
}

/**
 * Merges what people wrote into a project’s guidelines on disk, whoever else writes them meanwhile,
 * and tells those who are at it. Who may write is asked when they enter.
 */
export async function keepGuidelines(
  projectId: string,
  state: Uint8Array,
  form: GuidelinesForm,
): Promise<void> {
  const mark = await transaction(async (tx) => {
    await lockCodebook(tx, projectId);
    return mergeGuidelines(tx, projectId, state, form);
  });
  sayInText({ kind: 'guidelines', projectId }, { kind: 'kept', mark });
}
