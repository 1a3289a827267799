import type { LabelLookup } from '@/components/article-text/labels';
import { VisuallyHidden, useMantineColorScheme } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { useRouter } from 'next/navigation';
import { memo, useState } from 'react';
import type { Annotation } from '@/lib/annotation/annotation';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { Command } from '@/components/workbench/key-map';
import { PaletteList } from './palette-list';
import type { PaletteCommand } from './palette-list';

/** Props of the command palette. */
type CommandPaletteProps = {
  workspace: ArticleWorkspace;
  annotations: readonly Annotation[];
  lookup: LabelLookup;
  modifier: string;
  /** Whether the viewer's layer can be changed. */
  isOpen: boolean;
  /** What choosing a label would do now; null where nothing is selected or chosen. */
  labelsDo: string | null;
  onCommand: (command: Command) => void;
  onLabel: (key: string) => void;
  onShow: (annotationId: string) => void;
  /** Called when the palette takes the focus. */
  onTake: () => void;
};

function useCommands({
  workspace,
  modifier,
  isOpen,
  onCommand,
}: CommandPaletteProps): PaletteCommand[] {
  const router = useRouter();
  const { setColorScheme } = useMantineColorScheme();
  const { project, article, next, previous } = workspace;
  const item = (name: string, keys: string, command: Command) => ({
    name,
    keys,
    run: () => onCommand(command),
  });
  const way = (name: string, path: string) => ({ name, keys: '', run: () => router.push(path) });
  const scheme = (name: string, colors: 'light' | 'dark' | 'auto') => ({
    name,
    keys: '',
    run: () => setColorScheme(colors),
  });
  const csv = `/api/v1/articles/${article.id}/export?format=csv&excel=true`;
  const whileOpen = [
    item('Undo', `${modifier}+Z`, { do: 'undo' }),
    item('Redo', `${modifier}+Shift+Z`, { do: 'redo' }),
    item('Submit my annotations', `${modifier}+Enter`, { do: 'submit' }),
  ];
  return [
    ...(isOpen ? whileOpen : []),
    item('Discuss the selection or the chosen annotation', 'd', { do: 'discuss-saved' }),
    { name: 'Export CSV of this article', keys: '', run: () => window.location.assign(csv) },
    ...(next === null ? [] : [way(`Next article: ${next.title}`, `/articles/${next.id}`)]),
    ...(previous === null
      ? []
      : [way(`Previous article: ${previous.title}`, `/articles/${previous.id}`)]),
    way(`Project: ${project.name}`, `/projects/${project.id}`),
    way('Codebook', `/projects/${project.id}/codebook`),
    item('All keys', '?', { do: 'help' }),
    scheme('Light colours', 'light'),
    scheme('Dark colours', 'dark'),
    scheme('System colours', 'auto'),
  ];
}

function Opened({ query, ...palette }: CommandPaletteProps & { query: string }) {
  const commands = useCommands(palette);
  return <PaletteList query={query} commands={commands} {...palette} />;
}

/**
 * Finds a label, an annotation or a command by typing. Its list is rendered only while it is open.
 */
export const CommandPalette = memo(function CommandPalette(palette: CommandPaletteProps) {
  const [query, setQuery] = useState('');
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={palette.onTake}
      shortcut={null}
      scrollable
      maxHeight="60vh"
      title={<VisuallyHidden>Find a label, an annotation or a command</VisuallyHidden>}
      styles={{ header: { minHeight: 0, padding: 0 } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      transitionProps={{ duration: 100 }}
    >
      <Spotlight.Search
        placeholder="Find a label, an annotation or a command"
        aria-label="Find a label, an annotation or a command"
      />
      <Opened query={query} {...palette} />
    </Spotlight.Root>
  );
});
