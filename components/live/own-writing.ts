import type { Doc, Transaction } from 'yjs';
import { decodeSnapshotV2, getState } from 'yjs';

type DeleteSet = Transaction['deleteSet'];

const isStored = (saved: DeleteSet, own: DeleteSet): boolean =>
  [...own.clients].every(([client, ranges]) => {
    const there = saved.clients.get(client) ?? [];
    return ranges.every(({ clock, len }) =>
      there.some((one) => one.clock <= clock && clock + len <= one.clock + one.len),
    );
  });

/**
 * Tracks whether this page's own insertions and deletions are on disk. Others' changes are not counted:
 * somebody who types all day must not keep this page from showing “saved”.
 */
export class OwnWriting {
  private upTo = 0;
  private deletions: DeleteSet[] = [];

  constructor(
    private readonly document: Doc,
    private readonly onChange: () => void,
  ) {
    document.on('afterTransaction', this.watch);
  }

  /** Whether all of it is on disk. */
  get isSaved(): boolean {
    return this.upTo === 0 && this.deletions.length === 0;
  }

  /** Takes a snapshot of what is on disk (see lib/live/shared-state.ts). */
  acknowledge(snapshot: Uint8Array): void {
    if (this.isSaved) return;
    const { sv, ds } = decodeSnapshotV2(snapshot);
    if ((sv.get(this.document.clientID) ?? 0) >= this.upTo) this.upTo = 0;
    this.deletions = this.deletions.filter((own) => !isStored(ds, own));
    if (this.isSaved) this.onChange();
  }

  stop(): void {
    this.document.off('afterTransaction', this.watch);
  }

  private readonly watch = ({ local, deleteSet, beforeState, afterState }: Transaction) => {
    const { clientID, store } = this.document;
    const wrote = (afterState.get(clientID) ?? 0) > (beforeState.get(clientID) ?? 0);
    if (!local || (!wrote && deleteSet.clients.size === 0)) return;
    if (wrote) this.upTo = getState(store, clientID);
    if (deleteSet.clients.size > 0) this.deletions.push(deleteSet);
    this.onChange();
  };
}
