import type { Journal } from './journal';
import type { LayerState } from '@/lib/annotation/layer';
import type { Entry } from './persistence';
import type { Message } from './message';
import type { Call } from './send-change';
import type { Tables } from './tables';

type Common = {
  userId: string;
  call: Call;
  /** Null in a browser without them: then every tab sends for itself, and some deeds go twice. */
  locks: LockManager | null;
  now(this: void): number;
  /** Milliseconds before the first retry; each further one waits twice as long, up to 30 times this. */
  firstDelay: number;
};

/** What an outbox is given. */
export type OutboxOptions = Common & {
  openTables(this: void): Promise<Tables>;
  /** To the person's other tabs; null in a browser without it. */
  channel: BroadcastChannel | null;
  /** Null in a browser that lets pages store nothing. */
  journal: Journal<Entry> | null;
};

/** What the drainer is given by its outbox. */
export type SenderOptions = Common & {
  transact: Tables['transact'];
  publish(message: Message): void;
  layerOf(articleId: string): Promise<string | null>;
  saveLayer(articleId: string, layer: { id: string; state: LayerState }): Promise<void>;
};
