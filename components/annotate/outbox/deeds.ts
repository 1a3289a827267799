import { v7 } from 'uuid';
import type { AnnotationContent } from '@/lib/annotation/annotation';
import type { LoggedDeed } from '@/lib/annotation/deed-log';
import {
  aspectOf,
  deedWords,
  goesOn,
  recorded,
  redoable,
  stands,
  stepped,
  undoable,
} from '@/lib/annotation/deed-log';
import { quoteOf } from '@/lib/annotation/span';
import type { Touched, Work } from '../work';
import { quiet } from './ledger';
import type { Outbox } from './outbox';
import { placedContent } from './painting';
import type { Shelf } from './shelf';
import type { WaitingDeed } from './tables';

type Deeds = Pick<Work, 'add' | 'change' | 'remove' | 'undo' | 'redo' | 'retry' | 'dismiss'>;

/** What an analyst can do to the annotations on a shelf; label names for the words by `nameOf`. */
export function deedsOn(outbox: Outbox, shelf: Shelf, nameOf: (label: string) => string): Deeds {
  const { userId } = outbox;
  const { articleId, text } = shelf;

  function rowOf(
    { deedId, annotationId, before, after, quote, at }: Omit<LoggedDeed, 'place'>,
    content: AnnotationContent,
  ): WaitingDeed {
    const aspect = aspectOf({ before, after });
    const isTyped = aspect === 'note' || aspect === 'confidence' || aspect === 'attributes';
    return {
      seq: 0,
      userId,
      articleId,
      annotationId,
      deedId,
      deed: after === null ? 'remove' : 'put',
      content,
      quote,
      expects: shelf.expects(annotationId),
      sent: false,
      quietUntil: isTyped ? at + quiet : 0,
      at: new Date(at).toISOString(),
    };
  }

  function requireOpen(): void {
    if (shelf.layerState === 'open') return;
    throw new Error('Your layer is submitted and takes no more changes. Nothing was changed.');
  }

  function deed(annotationId: string, after: AnnotationContent | null, isLogged: boolean): void {
    const before = shelf.contentOf(annotationId);
    const content = after ?? before;
    if (content === null || aspectOf({ before, after }) === null) return;
    const quote = quoteOf(text, content.segments);
    const done = { deedId: v7(), annotationId, before, after, quote, at: outbox.parts.now() };
    const { log } = shelf;
    const last = redoable(log) === null ? (undoable(log) ?? undefined) : undefined;
    const joins = isLogged && goesOn(last, done) ? (last?.deedId ?? null) : null;
    if (isLogged) shelf.log = recorded(log, done);
    void outbox.enter(shelf, rowOf(done, content), joins);
  }

  function step(by: -1 | 1): Touched | null {
    const logged = by === -1 ? undoable(shelf.log) : redoable(shelf.log);
    if (logged === null || shelf.layerState !== 'open') return null;
    const { annotationId, before, after } = logged;
    const words = deedWords(logged, nameOf);
    const isAsLeft = stands(logged, by === -1 ? 'after' : 'before', shelf.contentOf(annotationId));
    shelf.log = stepped(shelf.log, by);
    outbox.changed();
    if (!isAsLeft) {
      void outbox.keeper.keepStep(shelf);
      return { annotationId, words: `Left out, since it was changed elsewhere: ${words}` };
    }
    deed(annotationId, by === -1 ? before : after, false);
    return { annotationId, words: `${by === -1 ? 'Undid' : 'Redid'}: ${words}` };
  }

  function putAway(annotationId: string): void {
    void outbox.keeper
      .keep((tx) => tx.forgetRefused(userId, articleId, annotationId))
      .then(() => outbox.publish({ kind: 'put-away', articleId, annotationId }));
  }

  return {
    add(content) {
      requireOpen();
      const annotationId = v7();
      deed(annotationId, placedContent(text, content), true);
      return annotationId;
    },
    change(annotationId, content) {
      requireOpen();
      const before = shelf.contentOf(annotationId);
      if (before !== null) deed(annotationId, placedContent(text, { ...before, ...content }), true);
    },
    remove(annotationId) {
      requireOpen();
      deed(annotationId, null, true);
    },
    undo: () => step(-1),
    redo: () => step(1),
    retry(deedId) {
      requireOpen();
      const refused = shelf.refused.find((row) => row.deedId === deedId);
      if (refused === undefined) return;
      const { annotationId, content } = refused;
      deed(annotationId, refused.deed === 'put' ? placedContent(text, content) : null, true);
      putAway(annotationId);
    },
    dismiss(deedId) {
      const refused = shelf.refused.find((row) => row.deedId === deedId);
      if (refused !== undefined) putAway(refused.annotationId);
    },
  };
}
