import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import { compute } from '@/lib/compute/compute';
import type { TextChannel } from '@/lib/live/live-channel';
import { snapshotComputation } from '@/lib/live/shared-state';
import type { Viewer } from '@/lib/access/viewer';
import { findDraftState } from '@/lib/article/article-draft-store';
import { enterDraft } from '@/lib/article/enter-draft';
import { saveDraft } from '@/lib/article/save-draft';
import { enterGuidelines } from '@/lib/codebook/enter-guidelines';
import { saveGuidelines } from '@/lib/codebook/save-guidelines';
import { loadGuidelines } from '@/lib/codebook/load-guidelines';
import { db } from '@/lib/db';

/** A state of so many bytes is read in milliseconds. */
const maxSmallState = 50_000;

/** What stands behind the rooms with a shared text. */
export const textChannels = {
  /** Refuses one who may not write this text; answers the id of the project that it belongs to. */
  async enter(viewer: Viewer, channel: TextChannel): Promise<string> {
    if (channel.kind === 'draft') return enterDraft(viewer, channel.draftId);
    await enterGuidelines(viewer, channel.projectId);
    return channel.projectId;
  },
  /** The text as it is kept, a Yjs update; null where nothing is kept yet. */
  async load(channel: TextChannel): Promise<Uint8Array | null> {
    if (channel.kind === 'guidelines') return loadGuidelines(channel.projectId, guidelinesForm);
    return (await findDraftState(db(), channel.draftId))?.state ?? null;
  },
  /** A mark of how much is kept, in Base64; null where nothing is. */
  async snapshot(channel: TextChannel): Promise<string | null> {
    const state = await this.load(channel);
    if (state === null) return null;
    const isSmall = state.byteLength <= maxSmallState;
    const snapshot = await compute(snapshotComputation, state, { isSmall });
    return snapshot && Buffer.from(snapshot).toString('base64');
  },
  /** Merges a Yjs update into what is kept; refuses where nothing may be changed any more. */
  async save(channel: TextChannel, state: Uint8Array): Promise<void> {
    if (channel.kind === 'draft') await saveDraft(channel.draftId, state);
    else await saveGuidelines(channel.projectId, state, guidelinesForm);
  },
};
