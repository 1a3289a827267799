import type { LabelLookup, ShownLabel } from '@/components/article-text/labels';
import { Kbd } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import { shortQuote } from '@/components/ui/format-text';
import type { Annotation } from '@/lib/annotation/annotation';

/** An entry of the palette. */
type PaletteItem = { id: string; name: string; hint: string };

const maxFound = 30;

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every typed word is in one of these texts, in any order, ignoring case and accents. */
export function isFound(query: string, ...where: string[]): boolean {
  const target = folded(where.join(' '));
  return folded(query)
    .split(/\s+/)
    .every((word) => target.includes(word));
}

/** The labels that match the query. */
export function labelItems(query: string, labels: readonly ShownLabel[]): ShownLabel[] {
  return labels.filter(({ name, key, definition }) => isFound(query, name, key, definition));
}

/**
 * The first annotations that match the query; none for an empty one, since there may be thousands.
 */
export function annotationItems(
  query: string,
  annotations: readonly Annotation[],
  lookup: LabelLookup,
): PaletteItem[] {
  const found: PaletteItem[] = [];
  if (query.trim() === '') return found;
  for (const { id, label, quote, note } of annotations) {
    const { name } = lookup.of(label);
    if (!isFound(query, quote, name, note)) continue;
    found.push({ id, name: shortQuote(quote, 60), hint: name });
    if (found.length === maxFound) break;
  }
  return found;
}

/** A command of the palette. */
export type PaletteCommand = { name: string; keys: string; run: () => void };

// The list passes this on to its scroll area, though its type does not declare it: scrollable
// content must be reachable by keyboard.
const reachable = {
  viewportProps: { tabIndex: 0, role: 'group', 'aria-label': 'Results' },
};

/** The labels, commands and annotations that match the query. */
export function PaletteList({
  query,
  lookup,
  annotations,
  commands,
  labelsDo,
  onLabel,
  onShow,
}: {
  query: string;
  lookup: LabelLookup;
  annotations: readonly Annotation[];
  commands: readonly PaletteCommand[];
  labelsDo: string | null;
  onLabel: (key: string) => void;
  onShow: (annotationId: string) => void;
}) {
  const labels = labelsDo === null ? [] : labelItems(query, lookup.offered);
  const found = annotationItems(query, annotations, lookup);
  const matching = commands.filter(({ name }) => isFound(query, name));
  const isEmpty = labels.length + found.length + matching.length === 0;
  return (
    <Spotlight.ActionsList {...reachable}>
      {labels.length > 0 && (
        <Spotlight.ActionsGroup label={labelsDo ?? ''}>
          {labels.map((label) => (
            <Spotlight.Action
              key={label.key}
              label={label.name}
              description={label.definition}
              leftSection={<LabelHighlight label={label} text={label.tag} />}
              rightSection={label.hotkey !== '' && <Kbd size="xs">{label.hotkey}</Kbd>}
              onClick={() => onLabel(label.key)}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {matching.length > 0 && (
        <Spotlight.ActionsGroup label="Commands">
          {matching.map(({ name, keys, run }) => (
            <Spotlight.Action
              key={name}
              label={name}
              rightSection={keys !== '' && <Kbd size="xs">{keys}</Kbd>}
              onClick={run}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {found.length > 0 && (
        <Spotlight.ActionsGroup label="Annotations">
          {found.map(({ id, name, hint }) => (
            <Spotlight.Action key={id} label={name} description={hint} onClick={() => onShow(id)} />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {isEmpty && <Spotlight.Empty>Nothing found.</Spotlight.Empty>}
    </Spotlight.ActionsList>
  );
}
