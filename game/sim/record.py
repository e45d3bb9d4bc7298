"""What a lived year leaves behind: flows, cover and who paid, as arrays of shape (n,)."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.arrays import Code, Flag, Months, Number, Points, Small, Yuan, columns, indices_of


@dataclass(frozen=True, slots=True, kw_only=True)
class BillsPaid:
    """Bills of a year by payer, yuan."""

    total: Yuan
    injury: Yuan
    third_party: Yuan
    basic: Yuan
    critical_illness: Yuan
    assistance: Yuan
    own: Yuan

    @property
    def by_others(self) -> Yuan:
        """What somebody else paid."""
        return self.total - self.own

    @property
    def by_fund(self) -> Yuan:
        """What the basic scheme and critical-illness insurance paid."""
        return self.basic + self.critical_illness


@dataclass(frozen=True, slots=True, kw_only=True)
class BillRecord:
    """One event's bills after settlement, shape (k,) for the k lives it met."""

    event: int
    which: Code
    """Which lives."""
    month: Code
    paid: BillsPaid
    is_covered: Flag

    def of(self, life: int) -> BillRecord | None:
        """The bill of one life, or none."""
        at = indices_of(self.which == life)
        return columns(self, at) if at.size else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MetRecord:
    """One event of the year: who met it and with which choice."""

    event: int
    is_met: Flag
    month: Small
    choice: Small


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One year of lives. Money in yuan of the year unless a name says a month."""

    year: int
    age: Code
    is_lived: Flag
    """Alive at the open: the year counts."""
    has_died: Flag
    """Died at its close."""
    place: Code
    job: Code
    income: Yuan
    """Gross work income."""
    work_costs: Yuan
    tax: Yuan
    pension_employee: Yuan
    pension_resident: Yuan
    disability: Yuan
    """Disability allowance."""
    sick_pay: Yuan
    """Of the income: paid by the employer for months of illness."""
    allowance: Yuan
    """Minimum living allowance."""
    child_money: Yuan
    support_received: Yuan
    private_paid_out: Yuan
    """Private pension account paid into the purse at the open."""
    lost_income_paid: Yuan
    """Cash from injury cover for months not worked."""
    contribution_pension: Yuan
    contribution_medical: Yuan
    contribution_private: Yuan
    contribution_bought: Yuan
    """Missing pension and medical months bought at the open."""
    contribution_unemployment: Yuan
    """Own part of unemployment insurance, under a contract."""
    contribution_employer: Yuan
    """What the employer paid on top."""
    contribution_back: Yuan
    """Missed years of the resident medical scheme, bought back."""
    contribution_family: Yuan
    """Resident medical fees of the children."""
    subsidy: Yuan
    """What a platform has paid back of the employee pension."""
    months_pension_employee: Months
    months_pension_resident: Months
    months_pension_gap: Months
    months_medical_paid: Months
    months_medical_gap: Months
    months_medical_covered: Months
    medical_scheme: Code
    """Scheme in force in the last month, 0 none."""
    has_free_medical: Flag
    months_contract: Months
    """Months insured through an employer."""
    sick_pay_right: Yuan
    """Statutory sick pay a month, as things stand at the close."""
    unemployment_right: Yuan
    """Unemployment benefit a month."""
    unemployment_months: Months
    """Months for which it would be paid."""
    maternity_right: Yuan
    """Allowance for a birth."""
    disability_right: Yuan
    """Disability allowance a month."""
    disability_months: Months
    """Months for which it would be paid."""
    bills: BillsPaid
    bill_list: tuple[BillRecord, ...]
    outpatient: BillsPaid
    paid: Yuan
    gained: Yuan
    debt_service: Yuan
    home_promised: Yuan
    home_given: Yuan
    extra_spending: Yuan
    """Of it, what events have added for a time."""
    spending: Yuan
    """On oneself and children at home."""
    persons: Number
    """1 + 0.3 for each child at home."""
    savings_growth: Yuan
    """Interest on savings less what wages have run ahead."""
    debt_forgiven: Yuan
    """Debt beyond all credit that is no bill: written off."""
    unpaid_bills: Yuan
    """Deferred because the purse and all credit were empty."""
    cash: Yuan
    """At the close."""
    debt: Yuan
    health: Points
    wellbeing: Points
    hours_per_week: Number
    to_heirs: Yuan
    """Account, funeral grant and lump sum, in the year of death."""
    has_partner: Flag
    dependants: Number
    """Children under 16, and one for parents who are sent money."""
    dependants_covered: Number
    children_insured: Number
    was_treatment_refused: Flag
    met: tuple[MetRecord, ...]

    @property
    def contributions(self) -> Yuan:
        """All that was paid in for oneself, before any subsidy."""
        yearly = self.contribution_pension + self.contribution_medical + self.contribution_private
        return (
            yearly
            + self.contribution_unemployment
            + self.contribution_bought
            + self.contribution_back
        )

    @property
    def insurance_cost(self) -> Yuan:
        """What insurance took from the purse, the children's fees with it, less what came back."""
        return self.contributions + self.contribution_family - self.subsidy

    @property
    def pensions(self) -> Yuan:
        """Both pensions."""
        return self.pension_employee + self.pension_resident

    @property
    def own_bills(self) -> Yuan:
        """Own part of all bills as charged, outpatient care included."""
        return self.bills.own + self.outpatient.own

    @property
    def own_health_payments(self) -> Yuan:
        """What of the own part was really paid."""
        return self.own_bills - self.unpaid_bills

    @property
    def flow(self) -> Yuan:
        """Money of the year before living, home and debt: what an option's price is taken from."""
        return (
            self.income
            - self.work_costs
            - self.tax
            + self.pensions
            + self.disability
            + self.allowance
            + self.child_money
            + self.support_received
            + self.lost_income_paid
            + self.gained
            - self.paid
            - self.insurance_cost
            - self.own_bills
            - self.extra_spending
        )
