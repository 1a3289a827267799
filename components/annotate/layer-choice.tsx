import { readAnnotations } from '@/components/live/use-colleagues';
import { Button, Radio, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ArticleLive, LiveEvent } from '@/components/live/article-live';
import { LayerOnPage } from '@/components/live/layer-on-page';
import type { Blocks } from '@/components/live/span-index';
import { ApiProblem } from '@/components/ui/api';
import { counted } from '@/components/ui/format-text';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { Annotation } from '@/lib/annotation/annotation';
import type { VisibleLayer } from '@/lib/annotation/article-workspace';

/** A layer's annotations, as far as they are loaded. */
type LoadedLayer = {
  annotations: readonly Annotation[];
  isBusy: boolean;
  problem: ApiProblem | null;
};

const nothing: LoadedLayer = { annotations: [], isBusy: false, problem: null };

/** Whether a live event is about this layer, or all of it may have been missed. */
function isAbout(layerId: string, event: LiveEvent): 'news' | 'all' | null {
  if (event.kind === 'joined') return 'all';
  if (event.kind === 'left') return null;
  const { message } = event;
  if (message.kind === 'reread') return 'all';
  return message.kind === 'changes' && message.layerId === layerId ? 'news' : null;
}

/**
 * Loads the annotations of a layer and keeps them current with live messages; none where `layerId`
 * is null.
 */
export function useLoadedLayer(
  layerId: string | null,
  live: ArticleLive,
  blocks: Blocks,
): LoadedLayer {
  const [loaded, setLoaded] = useState(nothing);
  useEffect(() => {
    setLoaded(nothing);
    if (layerId === null) return undefined;
    let problem: ApiProblem | null = null;
    const read = async (id: string, signal: AbortSignal) => {
      try {
        return await readAnnotations(id, signal);
      } catch (thrown) {
        if (thrown instanceof ApiProblem) problem = thrown;
        throw thrown;
      }
    };
    const page = new LayerOnPage(layerId, blocks, {
      read,
      isGone: (thrown) => thrown instanceof ApiProblem && thrown.status === 404,
      changed(isGone) {
        const isLost = isGone || page.progress === 'failed';
        setLoaded({
          annotations: isGone ? [] : page.spans.all(),
          isBusy: page.progress === 'loading' && !isGone,
          problem: isLost ? problem : null,
        });
      },
    });
    void page.read();
    const unsubscribe = live.listen((event) => {
      const about = isAbout(layerId, event);
      if (about === 'all') void page.read();
      else if (about === 'news' && event.kind === 'message' && event.message.kind === 'changes')
        page.applyChanges(event.message);
    });
    return () => {
      unsubscribe();
      page.forget();
    };
  }, [layerId, live, blocks]);
  return loaded;
}

const nobody = 'nobody';

function countMessage({ isBusy, annotations }: LoadedLayer, isChosen: boolean): string {
  if (!isChosen) return '';
  if (isBusy) return 'Loading annotations…';
  return counted(annotations.length, 'annotation');
}

/** Choice of the layer whose annotations are shown, among those that the viewer may see. */
export function LayerChoice({
  layers,
  articleId,
  chosen,
  loaded,
  onChoose,
}: {
  layers: readonly VisibleLayer[];
  articleId: string;
  /** The id of the chosen layer; null for none. */
  chosen: string | null;
  loaded: LoadedLayer;
  onChoose: (layerId: string | null) => void;
}) {
  if (layers.length === 0)
    return (
      <Text size="sm" c="dimmed">
        You cannot see anybody’s annotations of this article.
      </Text>
    );
  return (
    <Stack gap="md" align="flex-start">
      <Radio.Group
        label="Show the annotations of"
        value={chosen ?? nobody}
        onChange={(value) => onChoose(value === nobody ? null : value)}
      >
        <Stack gap="xs" mt="xs">
          <Radio value={nobody} label="Nobody" />
          {layers.map(({ layerId, author, state }) => (
            <Radio
              key={layerId}
              value={layerId}
              label={<bdi>{author}</bdi>}
              description={state === 'submitted' ? 'Submitted' : 'Not submitted yet'}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="sm" c="dimmed" role="status">
        {countMessage(loaded, chosen !== null)}
      </Text>
      {loaded.problem && <ProblemAlert problem={loaded.problem} />}
      <Button
        component="a"
        href={`/api/v1/articles/${articleId}/export?format=csv&excel=true`}
        download
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        Export CSV
      </Button>
    </Stack>
  );
}
