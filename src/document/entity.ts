import type { TextSpan } from '../alignment/index.ts';

/** How a figure compares with what the text says of it: 近 and 约 are `approx`, 以上 is `ge`, and so on. */
export type Comparator = 'eq' | 'approx' | 'gt' | 'ge' | 'lt' | 'le' | 'range';

/** A possible reading of an entity that the text does not settle. */
export interface Candidate {
  readonly ref: string;
  readonly name: string;
  readonly confidence: number;
}

interface EntityBase {
  /** `e1`, `e2` … in text order; set by the extract step once all entities are known. */
  readonly id: string;
  readonly span: TextSpan;
  readonly confidence: number;
  readonly rule: string;
  readonly candidates?: readonly Candidate[];
}

/** A single value, or a range with either end open. */
export interface Figure {
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly comparator: Comparator;
}

export interface ProvinceEntity extends EntityBase {
  readonly type: 'province';
  /** Six-digit GB/T 2260 code. */
  readonly ref: string;
  readonly name: string;
  readonly form: 'full' | 'short' | 'abbreviation';
}

export interface DivisionEntity extends EntityBase {
  readonly type: 'prefecture' | 'county';
  /** Absent where the reading is not certain: then `candidates` has the readings. */
  readonly ref?: string;
  readonly name: string;
  /** Six-digit code of the province. */
  readonly province?: string;
}

export interface RegionGroupEntity extends EntityBase {
  readonly type: 'region-group';
  readonly name: string;
  readonly count?: number;
  readonly members?: readonly string[];
}

export interface MinistryEntity extends EntityBase {
  readonly type: 'ministry';
  readonly ref: string;
  /** The official name of the body that bore this name when the text was written. */
  readonly name: string;
  readonly kind: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly successors?: readonly string[];
}

export interface LocalOrganEntity extends EntityBase {
  readonly type: 'local-organ';
  readonly name: string;
  /** Six-digit code of the region, where the text gives it. */
  readonly region?: string;
  readonly level?: 'province' | 'prefecture' | 'county' | 'township';
}

export interface OrganisationEntity extends EntityBase {
  readonly type: 'organisation';
  readonly name: string;
}

export interface PercentageEntity extends EntityBase, Figure {
  readonly type: 'percentage';
  readonly unit: '%' | '‰' | 'percentage-point';
  /** True where the source had lost the sign. */
  readonly restored?: boolean;
}

export interface RatioEntity extends EntityBase, Figure {
  readonly type: 'fraction' | 'multiple';
}

export interface QuantityEntity extends EntityBase, Figure {
  readonly type: 'money' | 'quantity';
  readonly unit: string;
}

export interface DateEntity extends EntityBase {
  readonly type: 'date';
  /** ISO 8601 dates, both ends included. */
  readonly from?: string;
  readonly to?: string;
  readonly precision: string;
}

export interface DocumentEntity extends EntityBase {
  readonly type: 'document';
  readonly title: string;
  /** 文号, such as 国发〔2013〕5号. */
  readonly number?: string;
  readonly issuer?: string;
}

export interface ProgrammeEntity extends EntityBase {
  readonly type: 'programme';
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
}

/** Something named or measured in the text. Positions are UTF-16 units of the normalized text. */
export type Entity =
  | ProvinceEntity
  | DivisionEntity
  | RegionGroupEntity
  | MinistryEntity
  | LocalOrganEntity
  | OrganisationEntity
  | PercentageEntity
  | RatioEntity
  | QuantityEntity
  | DateEntity
  | DocumentEntity
  | ProgrammeEntity;

/**
 * An entity before the extract step gave it its id. Those that are found by the thousand have an empty one, so that giving
 * it makes no object larger.
 */
export type FoundEntity = Entity extends infer E
  ? E extends Entity
    ? Omit<E, 'id'> & { readonly id?: '' }
    : never
  : never;

/** A stretch of text that a relation names: the text and where it stands. */
export interface Mention {
  readonly text: string;
  readonly span: TextSpan;
}

export interface MetricRelation {
  readonly type: 'metric';
  readonly subject: Mention;
  /** Entity id of the figure. */
  readonly value: string;
  readonly regions: readonly string[];
  readonly organs: readonly string[];
  /** Entity id of the date, where one is given. */
  readonly date?: string;
  readonly sentence: TextSpan;
}

export interface ProjectRelation {
  readonly type: 'project';
  readonly name: Mention;
  readonly lead: readonly string[];
  readonly participants: readonly string[];
  readonly evidence: TextSpan;
}

export interface MembershipRelation {
  readonly type: 'membership';
  readonly scheme: Mention;
  readonly members: readonly string[];
}

/** A fact that joins entities. */
export type Relation = MetricRelation | ProjectRelation | MembershipRelation;
