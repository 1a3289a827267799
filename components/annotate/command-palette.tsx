import { Kbd, VisuallyHidden } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { useState } from 'react';
import { LabelMark } from '@/components/codebook/label-mark';
import type { Annotation } from '@/lib/annotation/annotation';
import type { LabelShelf } from './label-shelf';
import { highlightItems, isFound, labelItems } from './palette-items';

/** A command of the palette. */
export type PaletteCommand = { name: string; keys: string; run: () => void };

/** Find a label, a highlight or a command by typing. */
export function CommandPalette({
  shelf,
  annotations,
  commands,
  labelsDo,
  onLabel,
  onShow,
  onOpen,
}: {
  shelf: LabelShelf;
  annotations: readonly Annotation[];
  commands: readonly PaletteCommand[];
  /** What choosing a label would do now; null where nothing is held. */
  labelsDo: string | null;
  onLabel: (key: string) => void;
  onShow: (annotationId: string) => void;
  onOpen: () => void;
}) {
  const [query, setQuery] = useState('');
  const labels = labelsDo === null ? [] : labelItems(query, shelf.offered);
  const highlights = highlightItems(query, annotations, shelf);
  const deeds = commands.filter(({ name }) => isFound(query, name));
  const isEmpty = labels.length + highlights.length + deeds.length === 0;
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={onOpen}
      shortcut={null}
      scrollable
      maxHeight="60vh"
      title={<VisuallyHidden>Find a label, a highlight or a command</VisuallyHidden>}
      styles={{ header: { minHeight: 0, padding: 0 } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      transitionProps={{ duration: 100 }}
    >
      <Spotlight.Search
        placeholder="Find a label, a highlight or a command"
        aria-label="Find a label, a highlight or a command"
      />
      <Spotlight.ActionsList>
        {labels.length > 0 && (
          <Spotlight.ActionsGroup label={labelsDo ?? ''}>
            {labels.map((label) => (
              <Spotlight.Action
                key={label.key}
                label={label.name}
                description={label.definition}
                leftSection={<LabelMark label={label} words={label.tag} />}
                rightSection={label.hotkey !== '' && <Kbd size="xs">{label.hotkey}</Kbd>}
                onClick={() => onLabel(label.key)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {deeds.length > 0 && (
          <Spotlight.ActionsGroup label="Commands">
            {deeds.map(({ name, keys, run }) => (
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
              <Spotlight.Action
                key={id}
                label={name}
                description={hint}
                onClick={() => onShow(id)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {isEmpty && <Spotlight.Empty>Nothing is called that here.</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
