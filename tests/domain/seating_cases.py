"""Vehicles, travellers and readings of a plan that the tests of seating share."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

from desktop.domain.layouts import parse_layout, usual_plan
from desktop.domain.seating import SeatingPlan, SeatingTraveller, SeatingVehicle

BUS = parse_layout("bus-49", "bus", usual_plan(49))
MINIBUS = parse_layout("minibus-16", "minibus", usual_plan(16))
WITH_WHEELCHAIRS = parse_layout("bus-41", "bus", usual_plan(41), wheelchair_places=2)
CAR = parse_layout("car-4", "car", "__C/ABC")
DEPARTURE = date(2020, 11, 12)


def convoy(*layouts):
    return [SeatingVehicle(f"v{number}", layout) for number, layout in enumerate(layouts, start=1)]


def person(key, group=None, **facts):
    facts["needs"] = frozenset(facts.get("needs", ()))
    return SeatingTraveller(key, group, **facts)


def family(group, *ages, first=0, **facts):
    """Grown-ups are guardians of the minors; keys are "group-number"."""
    keys = [f"{group}-{first + number}" for number in range(len(ages))]
    guardians = tuple(key for key, age in zip(keys, ages, strict=True) if age >= 18)
    return [
        person(key, group, age=age, guardians=() if age >= 18 else guardians, **facts)
        for key, age in zip(keys, ages, strict=True)
    ]


def seats_of(plan: SeatingPlan):
    return {key: (place.vehicle, place.seat) for key, place in plan.assignments.items()}


def vehicles_of(plan, travellers):
    return {plan.assignments[t.id].vehicle for t in travellers if t.id in plan.assignments}


def counts(plan):
    return Counter(place.vehicle for place in plan.assignments.values())


def codes(plan):
    return Counter(problem.code for problem in plan.unmet)


def nearness(plan, layout, one, other):
    places = [layout.by_name[plan.assignments[key].seat] for key in (one, other)]
    return layout.nearness(*places)


def the_102():
    """Travellers of the convoy of Zhibek Zholy, without names."""
    path = Path(__file__).parents[1] / "data" / "seating_102.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    travellers = []
    for row in rows:
        parents = tuple(
            int(other["id"])
            for other in rows
            if other["group"] == row["group"] and other["role"] in ("head", "spouse")
        )
        born = date.fromisoformat(row["born"])
        age = DEPARTURE.year - born.year - ((born.month, born.day) > (11, 12))
        is_child = row["role"] == "child" and age < 18
        travellers.append(
            person(
                int(row["id"]),
                row["group"] or None,
                age=age,
                sex=row["sex"],
                guardians=parents if is_child else (),
                needs=[row["need"]] if row["need"] else [],
            )
        )
    return travellers
