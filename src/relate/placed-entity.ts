import type { Entity } from '../document/index.ts';

type Kind = 'figure' | 'region' | 'organ' | undefined;

/** What entities of a type are to the finders. */
function kindOf(type: Entity['type']): Kind {
  switch (type) {
    case 'percentage':
    case 'fraction':
    case 'multiple':
    case 'money':
    case 'quantity':
      return 'figure';
    case 'province':
    case 'prefecture':
    case 'county':
    case 'region-group':
      return 'region';
    case 'ministry':
    case 'local-organ':
    case 'organisation':
      return 'organ';
    default:
      return undefined;
  }
}

/**
 * An entity as the finders of relations see it: where it stands, and what it is to them.
 *
 * Entities have different fields, and so different shapes to the engine, which then looks each field up by its name. The
 * finders ask every entity many times over: that is quick where all have one shape.
 */
export class PlacedEntity {
  readonly id: string;
  readonly type: Entity['type'];
  /** Half-open, in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  /** True for entities that measure. */
  readonly isFigure: boolean;
  readonly isRegion: boolean;
  readonly isOrgan: boolean;
  readonly entity: Entity;

  constructor(entity: Entity) {
    const { type, span } = entity;
    this.id = entity.id;
    this.type = type;
    this.start = span.start;
    this.end = span.end;
    const kind = kindOf(type);
    this.isFigure = kind === 'figure';
    this.isRegion = kind === 'region';
    this.isOrgan = kind === 'organ';
    this.entity = entity;
  }
}
