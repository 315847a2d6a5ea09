import {
  Accessibility,
  Baby,
  Bike,
  BookOpen,
  BriefcaseBusiness,
  CarFront,
  ChefHat,
  Drill,
  Ear,
  Flower2,
  Footprints,
  HandHeart,
  HeartHandshake,
  House,
  Laptop,
  LifeBuoy,
  type LucideIcon,
  Network,
  PawPrint,
  PhoneCall,
  Scissors,
  Shirt,
  ShoppingBasket,
  Sparkles,
  Sprout,
  ToyBrick,
  Truck,
} from "lucide-react";

const icons: Record<string, LucideIcon> = {
  "garde-enfant-moins-3": Baby,
  "accompagnement-enfant-moins-3": Footprints,
  "aide-quotidien": HandHeart,
  "conduite-vehicule": CarFront,
  "accompagnement-senior": HeartHandshake,
  menage: Sparkles,
  jardinage: Sprout,
  bricolage: Drill,
  "garde-enfant-3-plus": ToyBrick,
  "soutien-scolaire": BookOpen,
  esthetique: Scissors,
  "preparation-repas": ChefHat,
  "livraison-repas": Truck,
  repassage: Shirt,
  "livraison-courses": ShoppingBasket,
  "assistance-informatique": Laptop,
  animaux: PawPrint,
  "vigilance-residence": House,
  "assistance-administrative": BriefcaseBusiness,
  "accompagnement-enfant-3-plus": Bike,
  teleassistance: PhoneCall,
  "interprete-lsf": Ear,
  "conduite-invalidite-temporaire": CarFront,
  "accompagnement-invalidite-temporaire": Accessibility,
  "aide-temporaire": LifeBuoy,
  coordination: Network,
};

/** A drawing for an activity, in a soft square; one of the family's warmth when the code is unknown. */
export function ActiviteIcon({ code, large = false }: { code: string; large?: boolean }) {
  const Icon = icons[code] ?? Flower2;
  return (
    <span
      className={`inline-flex shrink-0 items-center justify-center rounded-card bg-warm-soft text-warm-text ${large ? "size-16 [&_svg]:size-8" : "size-12 [&_svg]:size-6"}`}
    >
      <Icon aria-hidden />
    </span>
  );
}
