import { readLayer } from './requests';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { LayerState } from '@/lib/annotation/layer';
import type { SaveState, ServerTrouble } from './work';
import { ChangeSender } from './change-sender';
import { FallbackTables } from './fallback-tables';
import { Persister } from './persister';
import { forgetCovered, saveLayerId, readStored, readLog, steady } from './persistence';
import { typingDelay } from './change-queue';
import type { CommonOptions } from './change-sender';
import type { Journal } from './journal';
import type { Entry } from './persistence';
import { LayerReplica } from './layer-replica';
import type { Tables, Transaction, WaitingChange, Line, Message } from './tables';

/** Options of an outbox. */
export type OutboxOptions = CommonOptions & {
  openTables(this: void): Promise<Tables>;
  /** To the user's other tabs; null in a browser without BroadcastChannel. */
  channel: BroadcastChannel | null;
  /** Null where the browser lets pages store nothing. */
  journal: Journal<Entry> | null;
};

/** Time that another tab has to send what it has just queued, in milliseconds. */
const otherTabDelay = 5000;

/**
 * A user's changes that the server has not committed yet, over all articles: shown, stored in the
 * browser's tables, sent, and deleted once they are committed. Independent of React.
 */
export class Outbox {
  readonly userId: string;
  readonly sender: ChangeSender;
  readonly persister: Persister;
  readonly tables: FallbackTables;
  /** Number of other users' changes that wait in this browser. */
  others = 0;
  private readonly replicas = new Map<string, LayerReplica>();
  private readonly waiting = new Set<string>();
  private readonly finished = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private line: Line = 'open';
  private trouble: ServerTrouble | undefined;
  private isClosed = false;

  constructor(readonly options: OutboxOptions) {
    const { openTables, channel, journal, ...own } = options;
    this.userId = options.userId;
    const seed = () => [...this.replicas.values()].flatMap((replica) => replica.rows());
    this.tables = new FallbackTables(openTables, seed, () => this.changed());
    this.persister = new Persister({
      userId: this.userId,
      journal,
      transact: (work) => this.tables.transact(work),
      publish: (message) => this.publish(message),
    });
    this.sender = new ChangeSender({
      ...own,
      transact: (work) => this.tables.transact(work),
      publish: (message) => this.publish(message),
      layerOf: (articleId) => this.layerOf(articleId),
      saveLayer: (articleId, { id, state }) => this.saveLayer(articleId, id, state),
    });
    channel?.addEventListener(
      'message',
      ({ data }: MessageEvent<Message>) => void this.handleMessage(data),
    );
  }

  /** The replica of the workspace's article, created if there is none. */
  replicaOf(workspace: ArticleWorkspace): LayerReplica {
    const replica =
      this.replicas.get(workspace.article.id) ?? new LayerReplica(workspace, () => this.changed());
    this.replicas.set(replica.articleId, replica);
    return replica;
  }

  has(articleId: string): boolean {
    return this.replicas.has(articleId);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  save(): SaveState {
    const count = this.waiting.size;
    if (count === 0) return { kind: 'saved' };
    if (this.line === 'open') return { kind: 'saving', count };
    if (this.line === 'signed-out') return { kind: 'signed-out', count };
    return { kind: 'offline', count, trouble: this.trouble };
  }

  /** Whether a change would be lost if the page were closed now. */
  get isAtRisk(): boolean {
    return this.persister.isAtRisk || (!this.tables.lasting && this.waiting.size > 0);
  }

  /** Shows a change, stores it with the log as it is now, and sends it. */
  async enter(replica: LayerReplica, row: WaitingChange, joins: string | null): Promise<void> {
    this.waiting.add(row.idempotencyKey);
    replica.enter(row, null);
    await this.persister.saveChange(replica, row, joins);
    if (row.delayedUntil === 0) this.sender.wake();
    else this.sender.wakeWithin(typingDelay);
  }

  /**
   * Loads the replica from the tables; reloads the layer from the server with `refresh`, or where
   * the tables know of newer versions.
   */
  async sync(replica: LayerReplica, refresh: boolean): Promise<void> {
    const { articleId, server } = replica;
    await this.persister.recover();
    const look = async (tx: Transaction) => ({
      ...(await readStored(tx, this.userId, articleId)),
      ...(await forgetCovered(tx, this.userId, articleId, server)),
    });
    const { stored, waiting, others, removed, isBehind } = await steady(replica, this.tables, look);
    const isOpen = ({ idempotencyKey }: WaitingChange) => !this.finished.has(idempotencyKey);
    replica.applyChanges({ put: [], removed });
    replica.load({ ...stored, waiting: stored.waiting.filter(isOpen) });
    this.others = others;
    this.waiting.clear();
    for (const row of [...waiting.filter(isOpen), ...replica.rows()])
      this.waiting.add(row.idempotencyKey);
    this.changed();
    if (this.waiting.size > 0) this.sender.wake();
    if (refresh || isBehind) await this.refresh(replica);
  }

  /** Reloads the layer from the server; changes nothing where the server does not answer. */
  async refresh(replica: LayerReplica): Promise<void> {
    const asOf = replica.server.moment;
    const layerId = await this.layerOf(replica.articleId);
    if (layerId === null) return;
    const read = await readLayer(this.options.call, this.userId, layerId);
    if (read.kind !== 'done') return;
    replica.receive(read.answer.annotations, asOf);
    await this.saveLayer(replica.articleId, layerId, read.answer.state);
  }

  /** The id of the user's layer over an article, as far as this browser knows it. */
  async layerOf(articleId: string): Promise<string | null> {
    const replica = this.replicas.get(articleId);
    if (replica?.layerId) return replica.layerId;
    const row = await this.tables.transact((tx) => tx.layerRow(this.userId, articleId));
    return row?.layerId ?? null;
  }

  async saveLayer(articleId: string, layerId: string, state: LayerState): Promise<void> {
    await this.tables.transact((tx) => saveLayerId(tx, this.userId, articleId, layerId));
    this.publish({ kind: 'layer', articleId, layerId, state });
  }

  /** Publishes a message to every tab of this user, this one first. */
  publish(message: Message): void {
    this.apply(message);
    if (!this.isClosed) this.options.channel?.postMessage(message);
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }

  close(): void {
    this.isClosed = true;
    this.sender.close();
    this.options.channel?.close();
    this.tables.close();
  }

  private apply(message: Message): void {
    if (message.kind === 'line') [this.line, this.trouble] = [message.line, message.trouble];
    else if (message.kind === 'queued') {
      if (this.finished.has(message.row.idempotencyKey)) return;
      this.waiting.add(message.row.idempotencyKey);
      if (message.replaced !== null) this.waiting.delete(message.replaced);
    } else if (message.kind === 'done') this.finish([message.idempotencyKey]);
    else if (message.kind === 'dropped' || message.kind === 'refused')
      this.finish(message.idempotencyKeys);
    const replica = 'articleId' in message ? this.replicas.get(message.articleId) : undefined;
    replica?.apply(message);
    if (message.kind === 'refused' && message.isConflict && replica) void this.refresh(replica);
    this.changed();
  }

  private finish(idempotencyKeys: readonly string[]): void {
    for (const idempotencyKey of idempotencyKeys) {
      this.finished.add(idempotencyKey);
      this.waiting.delete(idempotencyKey);
    }
  }

  private async handleMessage(message: Message): Promise<void> {
    this.apply(message);
    if (message.kind === 'queued') this.sender.wakeWithin(otherTabDelay);
    const replica = message.kind === 'logged' && this.replicas.get(message.articleId);
    if (!replica) return;
    replica.log = await steady(replica, this.tables, (tx) =>
      readLog(tx, this.userId, replica.articleId),
    );
    this.changed();
  }
}
