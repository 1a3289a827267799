import type { LayerState } from './layer';

/** How far one person is with one article. */
export type Progress = { state: LayerState | 'none'; annotations: number };
