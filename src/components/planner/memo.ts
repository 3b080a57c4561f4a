import { h, type Component, type ComponentType, type FunctionComponent, type RenderableProps } from 'preact';

/** The component, drawn again only when a prop is another one, or when `alike` says that it would look different. */
export function memo<P extends object>(
  View: ComponentType<P>,
  alike: (before: P, now: P) => boolean = isSame,
): FunctionComponent<P> {
  return function Kept(this: Component<P>, props: RenderableProps<P>) {
    this.shouldComponentUpdate = (next) => !alike(this.props, next);
    return h(View, props);
  } as FunctionComponent<P>;
}

function isSame<T extends object>(before: T, now: T): boolean {
  const keys = Object.keys(now) as (keyof T)[];
  return keys.length === Object.keys(before).length && keys.every((key) => before[key] === now[key]);
}
