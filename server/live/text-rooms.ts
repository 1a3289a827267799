import { guidelinesForm } from '@/components/guidelines/guidelines-computations';
import { compute } from '@/lib/access/computing';
import type { TextRoom } from '@/lib/access/live-room';
import { markComputation } from '@/lib/access/shared-state';
import type { Viewer } from '@/lib/access/viewer';
import { findDraftState } from '@/lib/article/article-draft-store';
import { enterDraft } from '@/lib/article/enter-draft';
import { keepDraft } from '@/lib/article/keep-draft';
import { enterGuidelines } from '@/lib/codebook/enter-guidelines';
import { keepGuidelines } from '@/lib/codebook/keep-guidelines';
import { loadGuidelines } from '@/lib/codebook/load-guidelines';
import { db } from '@/lib/db';

/** A state of so many bytes is read in milliseconds. */
const maxSmallState = 50_000;

/** What stands behind the rooms with a shared text. */
export const textRooms = {
  /** Refuses one who may not write this text; answers the id of the project that it belongs to. */
  async enter(viewer: Viewer, room: TextRoom): Promise<string> {
    if (room.kind === 'draft') return enterDraft(viewer, room.draftId);
    await enterGuidelines(viewer, room.projectId);
    return room.projectId;
  },
  /** The text as it is kept, a Yjs update; null where nothing is kept yet. */
  async load(room: TextRoom): Promise<Uint8Array | null> {
    if (room.kind === 'guidelines') return loadGuidelines(room.projectId, guidelinesForm);
    return (await findDraftState(db(), room.draftId))?.state ?? null;
  },
  /** A mark of how much is kept, in Base64; null where nothing is. */
  async mark(room: TextRoom): Promise<string | null> {
    const state = await this.load(room);
    if (state === null) return null;
    const isSmall = state.byteLength <= maxSmallState;
    const mark = await compute(markComputation, state, { isSmall });
    return mark && Buffer.from(mark).toString('base64');
  },
  /** Merges a Yjs update into what is kept; refuses where nothing may be changed any more. */
  async keep(room: TextRoom, state: Uint8Array): Promise<void> {
    if (room.kind === 'draft') await keepDraft(room.draftId, state);
    else await keepGuidelines(room.projectId, state, guidelinesForm);
  },
};
