import { ActionIcon, Group, TextInput, Button, Input, Stack } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconArrowDown, IconArrowUp, IconTrash, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { SettingsFormValues } from './settings-form-values';
import { movedTo } from './settings-form-values';

function RowButton({
  name,
  icon,
  isOff = false,
  onPress,
}: {
  name: string;
  icon: 'up' | 'down' | 'remove';
  isOff?: boolean;
  onPress: () => void;
}) {
  const Icon = { up: IconArrowUp, down: IconArrowDown, remove: IconTrash }[icon];
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={36}
      aria-label={name}
      disabled={isOff}
      data-move={icon}
      onClick={onPress}
    >
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}

/** One reason of the list: its name, and the buttons to move and remove it. */
function ReasonRow({
  at,
  count,
  name,
  field,
  onMove,
  onRemove,
}: {
  at: number;
  count: number;
  name: string;
  field: TextInputProps;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  return (
    <Group gap={4} wrap="nowrap" align="flex-start" data-row={at}>
      <TextInput aria-label={`Reason ${at + 1}`} dir="auto" flex={1} {...field} />
      <RowButton name={`Move “${name}” up`} icon="up" isOff={at === 0} onPress={() => onMove(-1)} />
      <RowButton
        name={`Move “${name}” down`}
        icon="down"
        isOff={at === count - 1}
        onPress={() => onMove(1)}
      />
      <RowButton name={`Remove “${name}”`} icon="remove" onPress={onRemove} />
    </Group>
  );
}

const maxReasons = 50;

/**
 * The button that gets the focus after a reason has moved: the same one or, at an end where that is
 * disabled, the other.
 */
function moveButton(to: number, by: -1 | 1, count: number): string {
  const way = to === 0 ? 'down' : to === count - 1 || by < 0 ? 'up' : 'down';
  return `[data-row="${to}"] [data-move="${way}"]`;
}

/** The reasons that are offered for decisions: named, ordered, added and removed. */
export function ReasonFields({ form }: { form: UseFormReturnType<SettingsFormValues> }) {
  const { reasons } = form.getValues();
  const list = useRef<HTMLDivElement>(null);
  const landing = useRef<string | null>(null);
  useEffect(() => {
    if (landing.current === null) return;
    list.current?.querySelector<HTMLElement>(landing.current)?.focus();
    landing.current = null;
  }, [reasons]);
  const set = (next: SettingsFormValues['reasons'], focusOn: string) => {
    landing.current = focusOn;
    form.clearErrors();
    form.setFieldValue('reasons', next);
  };
  const remove = (at: number) => {
    const next = reasons.length === 1 ? '[data-add]' : `[data-row="${Math.max(0, at - 1)}"] input`;
    set(
      reasons.filter((_, index) => index !== at),
      next,
    );
  };
  return (
    <Input.Wrapper
      label="Reasons"
      labelElement="div"
      description="Offered in this order when a passage is resolved; managers can also write their own. Past decisions keep their wording."
    >
      <Stack gap={6} mt="xs" ref={list} role="group" aria-label="Reasons">
        {reasons.map(({ key, name }, at) => (
          <ReasonRow
            key={key === '' ? `new ${at}` : key}
            at={at}
            count={reasons.length}
            name={name}
            field={form.getInputProps(`reasons.${at}.name`)}
            onMove={(by) =>
              set(movedTo(reasons, at, at + by), moveButton(at + by, by, reasons.length))
            }
            onRemove={() => remove(at)}
          />
        ))}
        <div>
          <Button
            variant="default"
            size="compact-md"
            data-add
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={reasons.length >= maxReasons}
            onClick={() =>
              set([...reasons, { key: '', name: '' }], `[data-row="${reasons.length}"] input`)
            }
          >
            Add a reason
          </Button>
        </div>
      </Stack>
    </Input.Wrapper>
  );
}
