import { useMantineColorScheme } from '@mantine/core';
import { useRouter } from 'next/navigation';
import type { Desk } from '@/lib/annotation/desk';
import { CommandPalette } from './command-palette';
import type { PaletteCommand } from './command-palette';
import type { DeskState } from './use-desk';

function useCommands(desk: Desk, { perform, modifier, work }: DeskState): PaletteCommand[] {
  const router = useRouter();
  const { setColorScheme } = useMantineColorScheme();
  const open = (path: string) => () => router.push(path);
  const neighbours = [
    desk.next && { name: `Next article: ${desk.next.title}`, path: `/articles/${desk.next.id}` },
    desk.previous && {
      name: `Previous article: ${desk.previous.title}`,
      path: `/articles/${desk.previous.id}`,
    },
    { name: `Project: ${desk.project.name}`, path: `/projects/${desk.project.id}` },
    { name: 'Codebook', path: `/projects/${desk.project.id}/codebook` },
  ].filter((way) => way !== null);
  const isOpen = work.layerState === 'open';
  return [
    ...(work.canUndo && isOpen
      ? [{ name: 'Undo', keys: `${modifier}+Z`, run: () => perform({ do: 'undo' }) }]
      : []),
    ...(work.canRedo && isOpen
      ? [{ name: 'Redo', keys: `${modifier}+Shift+Z`, run: () => perform({ do: 'redo' }) }]
      : []),
    ...(isOpen
      ? [
          {
            name: 'Submit my reading',
            keys: `${modifier}+Enter`,
            run: () => setTimeout(() => perform({ do: 'submit' }), 0),
          },
        ]
      : []),
    {
      name: 'Export CSV of this article',
      keys: '',
      run: () =>
        window.location.assign(`/api/v1/articles/${desk.article.id}/export?format=csv&excel=true`),
    },
    ...neighbours.map(({ name, path }) => ({ name, keys: '', run: open(path) })),
    { name: 'All keys', keys: '?', run: () => perform({ do: 'help' }) },
    { name: 'Light colours', keys: '', run: () => setColorScheme('light') },
    { name: 'Dark colours', keys: '', run: () => setColorScheme('dark') },
    { name: 'Colours as the system has them', keys: '', run: () => setColorScheme('auto') },
  ];
}

/** The command palette over this desk. */
export function DeskPalette({
  desk,
  state,
  onLabel,
}: {
  desk: Desk;
  state: DeskState;
  onLabel: (key: string) => void;
}) {
  const { work, shelf, chosen, held, around, show } = state;
  const commands = useCommands(desk, state);
  const holds =
    held === null ? (chosen === null ? null : 'Label the highlight anew') : 'Label the selection';
  return (
    <CommandPalette
      shelf={shelf}
      annotations={work.annotations}
      commands={commands}
      labelsDo={work.layerState === 'open' ? holds : null}
      onLabel={onLabel}
      onShow={show}
      onOpen={around.keepSelection}
    />
  );
}
