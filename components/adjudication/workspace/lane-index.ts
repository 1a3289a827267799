import type { Heat } from '@/lib/comparison/heat';
import { heatOf } from '@/lib/comparison/heat';
import type { LayerAnnotations } from '@/lib/comparison/compared-annotation';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import { paintedLayersOf } from './painted-layers';

type LaneInput = Pick<AdjudicationWorkspace, 'units' | 'layers' | 'layerCount'>;

/** What is painted of a desk’s readings. */
export type LaneLayout = { layers: LayerAnnotations[]; heat: Heat[] };

const hasSameVersions = (one: LaneInput, other: LaneInput): boolean =>
  one.layerCount === other.layerCount &&
  one.layers.length === other.layers.length &&
  one.units.length === other.units.length &&
  one.units.every(({ versions }, at) => versions === other.units[at]?.versions);

/** Lays out readings once for as long as they say the same: what is decided about them changes nothing of it. */
export class LaneIndex {
  private input: LaneInput | null = null;
  private layout: LaneLayout = { layers: [], heat: [] };

  layoutOf(input: LaneInput): LaneLayout {
    if (this.input === null || !hasSameVersions(this.input, input)) {
      const layers = paintedLayersOf(input);
      this.layout = { layers, heat: heatOf(layers) };
    }
    this.input = input;
    return this.layout;
  }
}
