import { Kbd } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { Annotation } from '@/lib/annotation/annotation';
import type { LabelLookup } from '@/components/article-text/label-lookup';
import { highlightItems, isFound, labelItems } from './palette-items';

/** A command of the palette. */
export type PaletteCommand = { name: string; keys: string; run: () => void };

// The list hands this on to its scroll area, though its type does not say so: what scrolls is reached by the keyboard.
const reachable = {
  viewportProps: { tabIndex: 0, role: 'group', 'aria-label': 'What was found' },
};

/** The labels, commands and highlights that fit what was typed. */
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
  const highlights = highlightItems(query, annotations, lookup);
  const matching = commands.filter(({ name }) => isFound(query, name));
  const isEmpty = labels.length + highlights.length + matching.length === 0;
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
      {highlights.length > 0 && (
        <Spotlight.ActionsGroup label="Highlights">
          {highlights.map(({ id, name, hint }) => (
            <Spotlight.Action key={id} label={name} description={hint} onClick={() => onShow(id)} />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {isEmpty && <Spotlight.Empty>Nothing is called that here.</Spotlight.Empty>}
    </Spotlight.ActionsList>
  );
}
