import type { Annotation } from '@/lib/annotation/annotation';
import type { LayerState } from '@/lib/annotation/layer';
import type { ServerTrouble } from './work';
import type { RefusedRow, WaitingChange } from './tables';

/** Whether the server can be reached in the person's name, as far as the last try told. */
export type Line = 'open' | 'away' | 'signed-out';

type Placed = { articleId: string; annotationId: string };

/** What happened in one tab, told to every tab of the same person, the own one first. */
export type Message =
  | (Placed & { kind: 'queued'; row: WaitingChange; replaced: string | null })
  /** Deeds that came to nothing before they were sent. */
  | (Placed & { kind: 'dropped'; idempotencyKeys: string[] })
  | (Placed & {
      kind: 'done';
      idempotencyKey: string;
      version: number;
      annotation: Annotation | null;
    })
  | (Placed & {
      kind: 'refused';
      idempotencyKeys: string[];
      refused: RefusedRow;
      isConflict: boolean;
    })
  | (Placed & { kind: 'dismissed' })
  | { kind: 'logged'; articleId: string }
  | { kind: 'layer'; articleId: string; layerId: string; state: LayerState }
  | { kind: 'line'; line: Line; trouble?: ServerTrouble };
