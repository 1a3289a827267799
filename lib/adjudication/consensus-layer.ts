import type { LayerState } from '@/lib/annotation/layer';

/** The layer that holds what is settled of an article. */
export type ConsensusLayer = {
  id: string;
  revisionId: string;
  state: LayerState;
  eventCount: number;
};
