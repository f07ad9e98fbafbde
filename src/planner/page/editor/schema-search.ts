/** As much of JSON Schema as a scenario's has. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly enum?: readonly (string | number | boolean)[];
  readonly const?: string | number | boolean;
  readonly examples?: readonly unknown[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

/** A value that can stand somewhere; an example is one of many. */
interface PossibleValue {
  readonly text: string;
  readonly isExample: boolean;
}

/** What a schema has at a path, every alternative of it. */
export function nodesAt(schema: SchemaNode, path: readonly (string | number)[]): readonly SchemaNode[] {
  return path.reduce<readonly SchemaNode[]>(
    (nodes, step) => nodes.flatMap((node) => stepInto(node, step)).flatMap((node) => alternatives(schema, node)),
    alternatives(schema, schema),
  );
}

/** Keys of the maps that can stand somewhere, in the schema's order. */
export function keysOf(nodes: readonly SchemaNode[]): ReadonlyMap<string, SchemaNode> {
  return new Map(nodes.flatMap(({ properties }) => Object.entries(properties ?? {})));
}

/** Whether the maps there take keys of the writer's own: platforms, lines. */
export function takesOwnKeys(nodes: readonly SchemaNode[]): boolean {
  return nodes.some(({ additionalProperties }) => typeof additionalProperties === 'object');
}

export function valuesOf(nodes: readonly SchemaNode[]): readonly PossibleValue[] {
  const values = new Map<string, PossibleValue>();
  const add = (value: unknown, isExample: boolean): void => {
    if (typeof value === 'object') return;
    const text = String(value);
    if (!values.has(text)) values.set(text, { text, isExample });
  };
  for (const node of nodes) {
    for (const value of node.enum ?? []) add(value, false);
    if (node.const !== undefined) add(node.const, false);
    if (node.type === 'boolean') for (const value of [true, false]) add(value, false);
  }
  for (const { examples } of nodes) for (const value of examples ?? []) add(value, true);
  return [...values.values()];
}

/** What the schema says of it, the first that says anything. */
export function describedBy(nodes: readonly SchemaNode[]): string {
  return nodes.find(({ description }) => description !== undefined)?.description ?? '';
}

function stepInto(
  { properties, additionalProperties, items }: SchemaNode,
  step: string | number,
): readonly SchemaNode[] {
  if (typeof step === 'number') return items === undefined ? [] : [items];
  const own = properties?.[step];
  if (own !== undefined) return [own];
  return typeof additionalProperties === 'object' ? [additionalProperties] : [];
}

/** A node and whatever may stand in its place. The node's own words come first. */
function alternatives(schema: SchemaNode, node: SchemaNode): readonly SchemaNode[] {
  const named = /^#\/\$defs\/(.+)$/.exec(node.$ref ?? '')?.[1];
  const referred = named === undefined ? undefined : schema.$defs?.[named];
  return [
    node,
    ...(referred === undefined ? [] : alternatives(schema, referred)),
    ...(node.anyOf ?? []).flatMap((one) => alternatives(schema, one)),
  ];
}
