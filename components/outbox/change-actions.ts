import { v7 } from 'uuid';
import type { AnnotationContent } from '@/lib/annotation/annotation';
import type { LoggedEvent } from '@/lib/annotation/event-log';
import {
  aspectOf,
  eventMessage,
  continues,
  appendEvent,
  redoable,
  matchesCurrent,
  stepped,
  undoable,
} from '@/lib/annotation/event-log';
import { quoteOf } from '@/lib/annotation/span';
import type { Touched, Work } from './work';
import { typingDelay } from './change-queue';
import type { Outbox } from './outbox';
import { placedContent } from './painting';
import type { LayerReplica } from './layer-replica';
import type { WaitingChange } from './tables';

type ChangeActions = Pick<
  Work,
  'add' | 'change' | 'remove' | 'undo' | 'redo' | 'retry' | 'dismiss'
>;

/**
 * What an analyst can do to the annotations of a replica; `nameOf` gives the names of labels for
 * messages.
 */
export function changeActions(
  outbox: Outbox,
  replica: LayerReplica,
  nameOf: (label: string) => string,
): ChangeActions {
  const { userId } = outbox;
  const { articleId, text } = replica;

  function rowOf(
    { idempotencyKey, annotationId, before, after, quote, at }: Omit<LoggedEvent, 'sequence'>,
    content: AnnotationContent,
  ): WaitingChange {
    const aspect = aspectOf({ before, after });
    const isTyped = aspect === 'note' || aspect === 'confidence' || aspect === 'attributes';
    return {
      seq: 0,
      userId,
      articleId,
      annotationId,
      idempotencyKey,
      kind: after === null ? 'remove' : 'put',
      content,
      quote,
      expects: replica.expects(annotationId),
      sent: false,
      delayedUntil: isTyped ? at + typingDelay : 0,
      at: new Date(at).toISOString(),
    };
  }

  function requireOpen(): void {
    if (replica.layerState === 'open') return;
    throw new Error('Your layer is submitted and takes no more changes. Nothing was changed.');
  }

  function makeChange(
    annotationId: string,
    after: AnnotationContent | null,
    isLogged: boolean,
  ): void {
    const before = replica.contentOf(annotationId);
    const content = after ?? before;
    if (content === null || aspectOf({ before, after }) === null) return;
    const quote = quoteOf(text, content.segments);
    const done = {
      idempotencyKey: v7(),
      annotationId,
      before,
      after,
      quote,
      at: outbox.options.now(),
    };
    const { log } = replica;
    const last = redoable(log) === null ? (undoable(log) ?? undefined) : undefined;
    const joins = isLogged && continues(last, done) ? (last?.idempotencyKey ?? null) : null;
    if (isLogged) replica.log = appendEvent(log, done);
    void outbox.enter(replica, rowOf(done, content), joins);
  }

  function step(by: -1 | 1): Touched | null {
    const logged = by === -1 ? undoable(replica.log) : redoable(replica.log);
    if (logged === null || replica.layerState !== 'open') return null;
    const { annotationId, before, after } = logged;
    const description = eventMessage(logged, nameOf);
    const isAsLeft = matchesCurrent(
      logged,
      by === -1 ? 'after' : 'before',
      replica.contentOf(annotationId),
    );
    replica.log = stepped(replica.log, by);
    outbox.changed();
    if (!isAsLeft) {
      void outbox.persister.saveStep(replica);
      return { annotationId, message: `Left out, since it was changed elsewhere: ${description}` };
    }
    makeChange(annotationId, by === -1 ? before : after, false);
    return { annotationId, message: `${by === -1 ? 'Undid' : 'Redid'}: ${description}` };
  }

  function dismissRefused(annotationId: string): void {
    void outbox.persister
      .save((tx) => tx.forgetRefused(userId, articleId, annotationId))
      .then(() => outbox.publish({ kind: 'dismissed', articleId, annotationId }));
  }

  return {
    add(content) {
      requireOpen();
      const annotationId = v7();
      makeChange(annotationId, placedContent(text, content), true);
      return annotationId;
    },
    change(annotationId, content) {
      requireOpen();
      const before = replica.contentOf(annotationId);
      if (before !== null)
        makeChange(annotationId, placedContent(text, { ...before, ...content }), true);
    },
    remove(annotationId) {
      requireOpen();
      makeChange(annotationId, null, true);
    },
    undo: () => step(-1),
    redo: () => step(1),
    retry(idempotencyKey) {
      requireOpen();
      const refused = replica.refused.find((row) => row.idempotencyKey === idempotencyKey);
      if (refused === undefined) return;
      const { annotationId, content } = refused;
      makeChange(annotationId, refused.kind === 'put' ? placedContent(text, content) : null, true);
      dismissRefused(annotationId);
    },
    dismiss(idempotencyKey) {
      const refused = replica.refused.find((row) => row.idempotencyKey === idempotencyKey);
      if (refused !== undefined) dismissRefused(refused.annotationId);
    },
  };
}
