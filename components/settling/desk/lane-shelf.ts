import type { Heat } from '@/lib/agreement/comparison/heat';
import { heatOf } from '@/lib/agreement/comparison/heat';
import type { Reading } from '@/lib/agreement/comparison/mark';
import type { SettlingDesk } from '@/lib/adjudication/desk/settling-desk';
import { readingsOf } from './settled-readings';

type Said = Pick<SettlingDesk, 'units' | 'layers' | 'readings'>;

/** What is painted of a desk’s readings. */
export type Laid = { readings: Reading[]; heat: Heat[] };

const saySame = (one: Said, other: Said): boolean =>
  one.readings === other.readings &&
  one.layers.length === other.layers.length &&
  one.units.length === other.units.length &&
  one.units.every(({ versions }, at) => versions === other.units[at]?.versions);

/** Lays out readings once for as long as they say the same: what is decided about them changes nothing of it. */
export class LaneShelf {
  private desk: Said | null = null;
  private laid: Laid = { readings: [], heat: [] };

  take(desk: Said): Laid {
    if (this.desk === null || !saySame(this.desk, desk)) {
      const readings = readingsOf(desk);
      this.laid = { readings, heat: heatOf(readings) };
    }
    this.desk = desk;
    return this.laid;
  }
}
