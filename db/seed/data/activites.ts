import type { Libelles } from "../../schema/activites";
import type { familles, regimes } from "../../states";

export type ActiviteFrancaise = {
  numero: number;
  code: string;
  famille: (typeof familles)[number];
  regime: (typeof regimes)[number];
  /** Everyday name. */
  libelles: Libelles;
  /** The law's wording and its translations (Code du travail D7231-1). */
  legaux: Libelles;
  offreGlobale?: true;
  dureeMaxMin?: number;
  /** Yearly spending ceiling, cents (Code du travail D7233-5). */
  plafond?: number;
};

const labels = (fr: string, en: string, ar: string, tzm: string): Libelles => ({ fr, en, ar, tzm });

/** The 26 activities, in the order of D7231-1: 1 to 5 under authorisation or agreement, 6 to 26 declared. */
export const activitesFrancaises: readonly ActiviteFrancaise[] = [
  {
    numero: 1,
    code: "garde-enfant-moins-3",
    famille: "enfants",
    regime: "agrement",
    libelles: labels(
      "Garde d'enfant de moins de 3 ans",
      "Childcare under 3",
      "حضانة أطفال دون 3 سنوات",
      "Aqareɛ n warrac ddaw n 3 n yiseggasen",
    ),
    legaux: labels(
      "Garde d'enfants de moins de 3 ans à domicile (ou de moins de 18 ans en situation de handicap)",
      "Childcare at home, child under 3 (or disabled and under 18)",
      "حضانة الأطفال دون 3 سنوات في المنزل (أو دون 18 سنة في وضعية إعاقة)",
      "Aqareɛ n warrac ddaw n 3 n yiseggasen deg uxxam (neɣ imeɛdar ddaw n 18 n yiseggasen)",
    ),
  },
  {
    numero: 2,
    code: "accompagnement-enfant-moins-3",
    famille: "enfants",
    regime: "agrement",
    offreGlobale: true,
    libelles: labels(
      "Accompagnement d'enfant de moins de 3 ans",
      "Child escort under 3",
      "مرافقة أطفال دون 3 سنوات",
      "Asiweḍ n warrac ddaw n 3 n yiseggasen",
    ),
    legaux: labels(
      "Accompagnement des enfants de moins de 3 ans (ou handicapés de moins de 18 ans) hors du domicile",
      "Accompanying children under 3 (or disabled under 18) outside the home",
      "مرافقة الأطفال دون 3 سنوات (أو ذوي الإعاقة دون 18 سنة) خارج المنزل",
      "Asiweḍ n warrac ddaw n 3 n yiseggasen (neɣ imeɛdar ddaw n 18 n yiseggasen) beṛṛa n uxxam",
    ),
  },
  {
    numero: 3,
    code: "aide-quotidien",
    famille: "seniors",
    regime: "autorisation",
    libelles: labels(
      "Aide aux actes du quotidien",
      "Daily-living assistance",
      "المساعدة في أعمال الحياة اليومية",
      "Tallelt i yimɣaren d yimeɛdar",
    ),
    legaux: labels(
      "Assistance dans les actes quotidiens de la vie aux personnes âgées, handicapées ou atteintes de pathologies chroniques",
      "Daily-living assistance for elderly, disabled or chronically ill people",
      "مساعدة المسنين وذوي الإعاقة والمصابين بأمراض مزمنة في أعمال الحياة اليومية",
      "Tallelt n yal ass i yimɣaren, i yimeɛdar neɣ i yimuḍan n waṭṭan yezgan",
    ),
  },
  {
    numero: 4,
    code: "conduite-vehicule",
    famille: "seniors",
    regime: "autorisation",
    offreGlobale: true,
    libelles: labels(
      "Conduite du véhicule",
      "Driving the client's car",
      "سياقة مركبة الزبون",
      "Tanheṛt n tkeṛṛust",
    ),
    legaux: labels(
      "Conduite du véhicule personnel des personnes âgées, handicapées ou atteintes de pathologies chroniques",
      "Driving the personal vehicle of elderly, disabled or chronically ill people",
      "سياقة المركبة الشخصية للمسنين وذوي الإعاقة والمصابين بأمراض مزمنة",
      "Tanheṛt n tkeṛṛust n yimɣaren, n yimeɛdar neɣ n yimuḍan n waṭṭan yezgan",
    ),
  },
  {
    numero: 5,
    code: "accompagnement-senior",
    famille: "seniors",
    regime: "autorisation",
    offreGlobale: true,
    libelles: labels(
      "Accompagnement hors du domicile",
      "Escort outside the home",
      "المرافقة خارج المنزل",
      "Azday beṛṛa n uxxam",
    ),
    legaux: labels(
      "Accompagnement des personnes âgées, handicapées ou atteintes de pathologies chroniques hors du domicile",
      "Accompanying elderly, disabled or chronically ill people outside the home",
      "مرافقة المسنين وذوي الإعاقة والمصابين بأمراض مزمنة خارج المنزل",
      "Azday n yimɣaren, n yimeɛdar neɣ n yimuḍan n waṭṭan yezgan beṛṛa n uxxam",
    ),
  },
  {
    numero: 6,
    code: "menage",
    famille: "maison",
    regime: "declaration",
    libelles: labels("Ménage", "Housekeeping", "التنظيف المنزلي", "Asizdeg n uxxam"),
    legaux: labels(
      "Entretien de la maison et travaux ménagers",
      "House cleaning and domestic chores",
      "صيانة المنزل والأشغال المنزلية",
      "Asizdeg n uxxam d leqdic n uxxam",
    ),
  },
  {
    numero: 7,
    code: "jardinage",
    famille: "maison",
    regime: "declaration",
    plafond: 500_000,
    libelles: labels("Jardinage", "Gardening", "البستنة", "Axeddim n tebḥirt"),
    legaux: labels(
      "Petits travaux de jardinage, y compris les travaux de débroussaillage",
      "Small gardening work, including brush clearing",
      "أشغال البستنة البسيطة، بما فيها إزالة الأعشاب الضارة",
      "Axeddim amecṭuḥ n tebḥirt, ula d tukksa n yixliǧ",
    ),
  },
  {
    numero: 8,
    code: "bricolage",
    famille: "maison",
    regime: "declaration",
    dureeMaxMin: 120,
    plafond: 50_000,
    libelles: labels("Petit bricolage", "Handyman work", "أشغال الصيانة البسيطة", "Adaqar"),
    legaux: labels(
      "Travaux de petit bricolage dits « homme toutes mains »",
      "Small handyman jobs",
      "أشغال الصيانة الصغيرة المسماة « رجل كل الأعمال »",
      "Leqdic amecṭuḥ n udaqar",
    ),
  },
  {
    numero: 9,
    code: "garde-enfant-3-plus",
    famille: "enfants",
    regime: "declaration",
    libelles: labels(
      "Garde d'enfant de 3 ans et plus",
      "Childcare 3 and over",
      "حضانة أطفال من 3 سنوات فأكثر",
      "Aqareɛ n warrac n 3 n yiseggasen d wugar",
    ),
    legaux: labels(
      "Garde d'enfants de 3 ans et plus à domicile",
      "Childcare at home, 3 years and over",
      "حضانة الأطفال من 3 سنوات فأكثر في المنزل",
      "Aqareɛ n warrac n 3 n yiseggasen d wugar deg uxxam",
    ),
  },
  {
    numero: 10,
    code: "soutien-scolaire",
    famille: "enfants",
    regime: "declaration",
    libelles: labels("Soutien scolaire", "Tutoring", "دروس الدعم", "Timsirin n tallelt"),
    legaux: labels(
      "Soutien scolaire ou cours à domicile",
      "Tutoring or lessons at home",
      "الدعم المدرسي أو الدروس في المنزل",
      "Timsirin n tallelt neɣ timsirin deg uxxam",
    ),
  },
  {
    numero: 11,
    code: "esthetique",
    famille: "seniors",
    regime: "declaration",
    libelles: labels(
      "Soins esthétiques à domicile",
      "Beauty care at home",
      "العناية الجمالية في المنزل",
      "Esthétique deg uxxam",
    ),
    legaux: labels(
      "Soins d'esthétique à domicile pour les personnes dépendantes",
      "Beauty care at home for dependent people",
      "العناية الجمالية في المنزل للأشخاص غير المستقلين",
      "Esthétique deg uxxam i yimdanen iwumi ilaq tallelt",
    ),
  },
  {
    numero: 12,
    code: "preparation-repas",
    famille: "quotidien",
    regime: "declaration",
    libelles: labels("Préparation de repas", "Meal preparation", "إعداد الوجبات", "Aheggi n wučči"),
    legaux: labels(
      "Préparation de repas à domicile, y compris le temps passé aux courses",
      "Meal preparation at home, including shopping time",
      "إعداد الوجبات في المنزل، بما في ذلك وقت قضاء الحاجيات",
      "Aheggi n wučči deg uxxam, ula d akud n lqeḍyan",
    ),
  },
  {
    numero: 13,
    code: "livraison-repas",
    famille: "quotidien",
    regime: "declaration",
    offreGlobale: true,
    libelles: labels("Livraison de repas", "Meal delivery", "توصيل الوجبات", "Asiweḍ n wučči"),
    legaux: labels(
      "Livraison de repas à domicile",
      "Meal delivery to the home",
      "توصيل الوجبات إلى المنزل",
      "Asiweḍ n wučči s axxam",
    ),
  },
  {
    numero: 14,
    code: "repassage",
    famille: "quotidien",
    regime: "declaration",
    offreGlobale: true,
    libelles: labels("Linge repassé", "Ironing", "كيّ الملابس", "Repassage"),
    legaux: labels(
      "Collecte et livraison à domicile de linge repassé",
      "Collection and delivery of ironed laundry",
      "جمع وتوصيل الملابس المكوية إلى المنزل",
      "Asiweḍ n yiceṭṭiḍen s axxam, seld repassage",
    ),
  },
  {
    numero: 15,
    code: "livraison-courses",
    famille: "quotidien",
    regime: "declaration",
    offreGlobale: true,
    libelles: labels("Livraison de courses", "Grocery delivery", "توصيل المشتريات", "Asiweḍ n lqeḍyan"),
    legaux: labels(
      "Livraison de courses à domicile",
      "Grocery delivery to the home",
      "توصيل المشتريات إلى المنزل",
      "Asiweḍ n lqeḍyan s axxam",
    ),
  },
  {
    numero: 16,
    code: "assistance-informatique",
    famille: "quotidien",
    regime: "declaration",
    plafond: 300_000,
    libelles: labels(
      "Assistance informatique",
      "IT assistance",
      "المساعدة في الإعلام الآلي",
      "Tallelt deg tsenselkimt",
    ),
    legaux: labels(
      "Assistance informatique à domicile",
      "IT assistance at home",
      "المساعدة في الإعلام الآلي في المنزل",
      "Tallelt deg tsenselkimt deg uxxam",
    ),
  },
  {
    numero: 17,
    code: "animaux",
    famille: "seniors",
    regime: "declaration",
    libelles: labels(
      "Soins et promenade d'animaux",
      "Pet care and walking",
      "رعاية الحيوانات الأليفة",
      "Aqareɛ n yiɣersiwen",
    ),
    legaux: labels(
      "Soins et promenades d'animaux de compagnie pour les personnes dépendantes (hors soins vétérinaires et toilettage)",
      "Pet care and walking for dependent people (no veterinary care or grooming)",
      "رعاية ونزهة الحيوانات الأليفة للأشخاص غير المستقلين (دون البيطرة والتجميل)",
      "Aqareɛ d umerreḥ n yiɣersiwen i yimdanen iwumi ilaq tallelt",
    ),
  },
  {
    numero: 18,
    code: "vigilance-residence",
    famille: "maison",
    regime: "declaration",
    libelles: labels("Gardiennage du domicile", "House watching", "حراسة المنزل", "Taɛessast n uxxam"),
    legaux: labels(
      "Maintenance, entretien et vigilance temporaires à domicile de la résidence principale et secondaire",
      "Temporary maintenance, upkeep and watch of the main and second home",
      "الصيانة والعناية والحراسة المؤقتة للمسكن الرئيسي والثانوي",
      "Taɛessast taskudant n uxxam amezwaru d wis sin",
    ),
  },
  {
    numero: 19,
    code: "assistance-administrative",
    famille: "quotidien",
    regime: "declaration",
    libelles: labels(
      "Assistance administrative",
      "Administrative assistance",
      "المساعدة الإدارية",
      "Tallelt deg tedbelt",
    ),
    legaux: labels(
      "Assistance administrative à domicile",
      "Administrative assistance at home",
      "المساعدة الإدارية في المنزل",
      "Tallelt deg tedbelt deg uxxam",
    ),
  },
  {
    numero: 20,
    code: "accompagnement-enfant-3-plus",
    famille: "enfants",
    regime: "declaration",
    offreGlobale: true,
    libelles: labels(
      "Accompagnement d'enfant de 3 ans et plus",
      "Child escort 3 and over",
      "مرافقة أطفال من 3 سنوات فأكثر",
      "Asiweḍ n warrac n 3 n yiseggasen d wugar",
    ),
    legaux: labels(
      "Accompagnement des enfants de 3 ans et plus dans leurs déplacements hors du domicile",
      "Accompanying children 3 and over outside the home",
      "مرافقة الأطفال من 3 سنوات فأكثر في تنقلاتهم خارج المنزل",
      "Asiweḍ n warrac n 3 n yiseggasen d wugar beṛṛa n uxxam",
    ),
  },
  {
    numero: 21,
    code: "teleassistance",
    famille: "seniors",
    regime: "declaration",
    libelles: labels("Téléassistance", "Remote assistance", "المساعدة عن بعد", "Tallelt s tiliɣri"),
    legaux: labels(
      "Téléassistance et visio assistance",
      "Remote assistance by phone or video",
      "المساعدة عن بعد بالهاتف أو بالفيديو",
      "Tallelt s tiliɣri neɣ s tvidyut",
    ),
  },
  {
    numero: 22,
    code: "interprete-lsf",
    famille: "seniors",
    regime: "declaration",
    libelles: labels(
      "Interprète en langue des signes",
      "Sign-language interpreter",
      "ترجمان لغة الإشارة",
      "Asuɣel s tutlayt n yizamulen",
    ),
    legaux: labels(
      "Interprète en langue des signes, technicien de l'écrit et codeur en langage parlé complété",
      "Sign-language interpreter, writing technician, cued-speech coder",
      "ترجمان لغة الإشارة وتقني الكتابة ومرمّز اللغة المنطوقة المكمّلة",
      "Asuɣel s tutlayt n yizamulen, s tira neɣ s wawal yettwasemden",
    ),
  },
  {
    numero: 23,
    code: "conduite-invalidite-temporaire",
    famille: "quotidien",
    regime: "declaration",
    offreGlobale: true,
    libelles: labels(
      "Conduite du véhicule (invalidité temporaire)",
      "Driving the client's car (temporary disability)",
      "سياقة مركبة الزبون (عجز مؤقت)",
      "Tanheṛt taskudant n tkeṛṛust",
    ),
    legaux: labels(
      "Conduite du véhicule personnel des personnes présentant une invalidité temporaire",
      "Driving the personal vehicle of temporarily disabled people",
      "سياقة المركبة الشخصية للأشخاص المصابين بعجز مؤقت",
      "Tanheṛt n tkeṛṛust n yimdanen yesɛan lɛiqa taskudant",
    ),
  },
  {
    numero: 24,
    code: "accompagnement-invalidite-temporaire",
    famille: "quotidien",
    regime: "declaration",
    offreGlobale: true,
    libelles: labels(
      "Accompagnement (invalidité temporaire)",
      "Escort (temporary disability)",
      "المرافقة (عجز مؤقت)",
      "Azday askudan beṛṛa n uxxam",
    ),
    legaux: labels(
      "Accompagnement des personnes présentant une invalidité temporaire hors du domicile",
      "Accompanying temporarily disabled people outside the home",
      "مرافقة الأشخاص المصابين بعجز مؤقت خارج المنزل",
      "Azday n yimdanen yesɛan lɛiqa taskudant beṛṛa n uxxam",
    ),
  },
  {
    numero: 25,
    code: "aide-temporaire",
    famille: "quotidien",
    regime: "declaration",
    libelles: labels("Aide temporaire à domicile", "Temporary help", "مساعدة مؤقتة", "Tallelt taskudant"),
    legaux: labels(
      "Assistance aux personnes ayant besoin temporairement d'une aide personnelle à leur domicile (hors personnes âgées ou handicapées)",
      "Assistance to people who temporarily need personal help at home (other than elderly or disabled)",
      "مساعدة الأشخاص المحتاجين مؤقتا إلى مساعدة شخصية في منازلهم (باستثناء المسنين وذوي الإعاقة)",
      "Tallelt taskudant deg uxxam i yimdanen i tt-yesran (mačči d imɣaren neɣ d imeɛdar)",
    ),
  },
  {
    numero: 26,
    code: "coordination",
    famille: "quotidien",
    regime: "declaration",
    libelles: labels(
      "Coordination des services",
      "Service coordination",
      "تنسيق الخدمات",
      "Asefrek n yimeẓla",
    ),
    legaux: labels(
      "Coordination et délivrance des services à la personne",
      "Coordination and delivery of personal services",
      "تنسيق وتقديم الخدمات للأشخاص",
      "Asefrek d usiweḍ n yimeẓla i yimdanen",
    ),
  },
];

/** The article that lists an activity: I 1° to 5°, then II 1° to 21°. */
export function legalReference(numero: number): string {
  return numero <= 5 ? `Code du travail D.7231-1 I-${numero}°` : `Code du travail D.7231-1 II-${numero - 5}°`;
}

/** The law's wording of an activity, as documents print it. Ids are the order of the list. */
export function legalLabel(activiteId: number, langue: keyof Libelles): string {
  const activite = activitesFrancaises[activiteId - 1];
  if (!activite) throw new RangeError(`no activity ${activiteId}`);
  return activite.legaux[langue];
}
