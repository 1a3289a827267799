import type { Passage } from './passage';

/** How places in each state are drawn, in the order in which a bar has them. */
export const stateColors = {
  person: '#0072b2',
  rule: '#56b4e9',
  attributes: '#e69f00',
  changed: '#d55e00',
  open: '#868e96',
} satisfies Partial<Record<Passage['state'], string>>;
