import type { TextRoom } from '@/lib/access/live-room';
import type { Viewer } from '@/lib/access/viewer';
import { absent } from '@/lib/refusal';

/** What stands behind the rooms with a shared text. */
export const textRooms = {
  /** Refuses one who may not write this text. */
  async enter(_viewer: Viewer, _room: TextRoom): Promise<void> {
    throw absent('text');
  },
  /** The text as it is kept, a Yjs update; null where nothing is kept yet. */
  async load(_room: TextRoom): Promise<Uint8Array | null> {
    return null;
  },
  /** Merges a Yjs update into what is kept; refuses where nothing may be changed any more. */
  async keep(_room: TextRoom, _state: Uint8Array): Promise<void> {
    throw absent('text');
  },
};
