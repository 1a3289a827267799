import type { Doc, Transaction } from 'yjs';
import { decodeSnapshotV2, getState } from 'yjs';

type DeleteSet = Transaction['deleteSet'];

const isTaken = (saved: DeleteSet, own: DeleteSet): boolean =>
  [...own.clients].every(([client, ranges]) => {
    const there = saved.clients.get(client) ?? [];
    return ranges.every(({ clock, len }) =>
      there.some((one) => one.clock <= clock && clock + len <= one.clock + one.len),
    );
  });

/**
 * What somebody has written and taken out on this page, and whether it is on disk. What others wrote
 * is theirs to look after: one who types all day must not keep one's own page from saying “saved”.
 */
export class OwnWriting {
  private upTo = 0;
  private taken: DeleteSet[] = [];

  constructor(
    private readonly document: Doc,
    private readonly onChange: () => void,
  ) {
    document.on('afterTransaction', this.watch);
  }

  /** Whether all of it is on disk. */
  get isSaved(): boolean {
    return this.upTo === 0 && this.taken.length === 0;
  }

  /** A mark of what is on disk (see lib/live/shared-state.ts). */
  acknowledge(snapshot: Uint8Array): void {
    if (this.isSaved) return;
    const { sv, ds } = decodeSnapshotV2(snapshot);
    if ((sv.get(this.document.clientID) ?? 0) >= this.upTo) this.upTo = 0;
    this.taken = this.taken.filter((own) => !isTaken(ds, own));
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
    if (deleteSet.clients.size > 0) this.taken.push(deleteSet);
    this.onChange();
  };
}
