import { troubleMessage } from './work';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { SaveState, Work } from './work';
import type { Outbox } from './outbox';
import type { LayerReplica } from './layer-replica';

/** The part of an analyst's work that a page shows. */
export type Shown = Pick<
  Work,
  'annotations' | 'layerState' | 'save' | 'refused' | 'warning' | 'canUndo' | 'canRedo'
>;

const inMemory =
  'This browser cannot store your changes on disk; it may be a private window, or the disk is full. Leave the page open until all changes are saved.';

const ofOthers =
  'Changes that somebody else made in this browser are waiting here until they sign in again.';

/** What a page shows before the browser's tables are read. */
export function shownAtFirst({ annotations, layer }: ArticleWorkspace): Shown {
  const layerState = layer?.state ?? 'open';
  const save: SaveState = { kind: 'saved' };
  const nothing = { refused: [], warning: null, canUndo: false, canRedo: false };
  return { annotations, layerState, save, ...nothing };
}

function shown(outbox: Outbox, replica: LayerReplica): Shown {
  const others = outbox.others > 0 ? ofOthers : null;
  const warning = outbox.tables.lasting ? others : inMemory;
  return { ...replica.snapshot(), save: outbox.save(), warning };
}

const countOf = (save: SaveState) => (save.kind === 'saved' ? 0 : save.count);

function isSame(one: Shown, other: Shown): boolean {
  return (
    one.annotations === other.annotations &&
    one.layerState === other.layerState &&
    one.save.kind === other.save.kind &&
    countOf(one.save) === countOf(other.save) &&
    troubleMessage(one.save) === troubleMessage(other.save) &&
    one.refused === other.refused &&
    one.warning === other.warning &&
    one.canUndo === other.canUndo &&
    one.canRedo === other.canRedo
  );
}

/**
 * Returns a function that gives what is to be shown now: the same object as before while nothing
 * has changed.
 */
export function showing(outbox: Outbox, replica: LayerReplica): () => Shown {
  let last = shown(outbox, replica);
  return () => {
    const now = shown(outbox, replica);
    if (!isSame(last, now)) last = now;
    return last;
  };
}
